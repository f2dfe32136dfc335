using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.TimeLimits;

/// <summary>The coordinating unit enters the limits that a decision fixes. Reports that are submitted already keep theirs.</summary>
public static class SetTimeLimits
{
    public sealed record Command(
        [property: Text(1, 100)] string Decision,
        [property: SensibleTime] DateOnly ValidFrom,
        [property: AtMost(500)] IReadOnlyList<NewRule> Rules);

    public static LimitTableEvent[] Decide(Command command, string code, LimitTable table, DateTimeOffset now)
    {
        var set = new TimeLimitsSet(code, command.Decision.Trim(), command.ValidFrom, [.. Checked(command.Rules)], now);
        return set.SaysAs(table.Decisions.LastOrDefault()) ? [] : [set];
    }

    /// <exception cref="Refused">The rules contradict one another, or leave a report without a limit.</exception>
    public static IReadOnlyList<LimitRule> Checked(IReadOnlyList<NewRule> given)
    {
        LimitRule[] rules = [.. given.Select(rule => rule.Rule)];
        if (rules.DistinctBy(rule => rule.Name.ToUpperInvariant()).Count() < rules.Length) throw new Refused(LimitProblems.RuleTwice);
        if (Limits.Of([.. rules.Where(rule => rule.IsGeneral)], new("")) is null) throw new Refused(LimitProblems.Incomplete);
        return rules;
    }

    public static async Task<Ok<Written>> Handle(
        [ProvinceCode, Description("The province, two digits.")] string code, Command command, Official by, EventStream<LimitTable, LimitTableEvent> tables, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by, code);
        return TypedResults.Ok((await tables.Append(LimitTable.IdOf(code), table => Decide(command, code, table, clock.GetUtcNow()), ct)).Written);
    }
}
