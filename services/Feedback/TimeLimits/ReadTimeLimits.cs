using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.TimeLimits;

/// <summary>Which limits hold in a province, by which decision, and which are decided for later.</summary>
public static class ReadTimeLimits
{
    /// <param name="Version">Number of decisions entered; 0: as shipped.</param>
    /// <param name="Decision">The one in force; null: the shipped rules are.</param>
    /// <param name="Decisions">All that were entered, first to last.</param>
    public sealed record Shown(
        [property: Description("The province, two digits.")] string Code, long Version, long Position, string? Decision, DateOnly? ValidFrom,
        IReadOnlyList<LimitRule> Rules, IReadOnlyList<ShownDecision> Decisions) : IPositioned;

    public sealed record ShownDecision(string Decision, DateOnly ValidFrom, DateTimeOffset At, IReadOnlyList<LimitRule> Rules);

    public static async Task<Ok<Shown>> Handle(
        [ProvinceCode, Description("The province, two digits.")] string code, [SensibleTime] DateTimeOffset? asOf, EventStream<LimitTable, LimitTableEvent> tables, TimeProvider clock, CancellationToken ct)
    {
        var day = LocalTime.DayOf(asOf ?? clock.GetUtcNow());
        var table = await tables.Load(LimitTable.IdOf(code), ct, asOf);
        var inForce = table.State.InForce(day);
        var decisions = table.State.Decisions.Select(set => new ShownDecision(set.Decision, set.ValidFrom, set.At, set.Rules));
        return TypedResults.Ok(new Shown(code, table.Version, table.Position, inForce?.Decision, inForce?.ValidFrom, table.State.Rules(day), [.. decisions]));
    }

    public static async Task<Ok<Page<HistoryEntry>>> History([ProvinceCode, Description("The province, two digits.")] string code, Official by, StreamLog log, CancellationToken ct) =>
        TypedResults.Ok(new Page<HistoryEntry>(await log.History(LimitTable.IdOf(code), ct), Next: null));
}
