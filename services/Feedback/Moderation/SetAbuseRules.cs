using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>The coordinating unit decides how much one person may send and which words are looked at first.</summary>
public static class SetAbuseRules
{
    public sealed record Command(
        [property: Description("All of the rules.")] AbuseRules Rules,
        [property: Text(1, 100)] string Decision,
        [property: SensibleTime, Description("From when on they count; left out: at once.")] DateTimeOffset? ValidFrom = null);

    public static AbuseEvent[] Decide(Command command, AbusePlan plan, DateTimeOffset now)
    {
        var from = Validity.From(command.ValidFrom, now);
        var rules = command.Rules with { BlockedWords = [.. command.Rules.BlockedWords.Select(word => word.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)] };
        var then = plan.At(from);
        return then.ReportsPerHour == rules.ReportsPerHour && then.BlockedWords.SequenceEqual(rules.BlockedWords) ? [] : [new AbuseRulesSet(rules, from, command.Decision.Trim(), now)];
    }

    public static Task<Ok<Written>> Handle(Command command, Official by, EventStream<AbusePlan, AbuseEvent> plans, InForce<AbusePlan, AbuseEvent, AbuseRules> rules, CancellationToken ct) =>
        rules.Change(plans, by, (plan, now) => Decide(command, plan, now), ct);

    /// <summary>What counts now.</summary>
    public static Ok<AbuseRules> Read(Official by, InForce<AbusePlan, AbuseEvent, AbuseRules> rules)
    {
        CoordinatingUnit.Require(by);
        return TypedResults.Ok(rules.Value);
    }
}
