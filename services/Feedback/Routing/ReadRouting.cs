using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Routing;

/// <summary>The rules in force, now or at a time, what is planned, and the drafts.</summary>
public static class ReadRouting
{
    /// <param name="Rules">In their order: the first that fits decides.</param>
    /// <param name="InForce">Which of `versions` counts.</param>
    /// <param name="Versions">What was, is and will be in force.</param>
    /// <param name="Drafts">Names of the drafts.</param>
    public sealed record Shown(long Version, long Position, IReadOnlyList<Rule> Rules, long InForce, IReadOnlyList<Entry> Versions, IReadOnlyList<string> Drafts) : IPositioned;

    /// <param name="Change">Number of the change that brought it; 0 for what was shipped.</param>
    /// <param name="From">From when on it counts; null for what was shipped.</param>
    /// <param name="Decision">Number of the decision; null for what was shipped.</param>
    /// <param name="By">Subject identifier of the official who entered it; null for what was shipped.</param>
    public sealed record Entry(long Change, DateTimeOffset? From, string? Decision, string? By);

    /// <param name="Rules">In their order: the first that fits decides.</param>
    public sealed record Draft(string Name, long Version, long Position, IReadOnlyList<Rule> Rules) : IPositioned;

    /// <param name="asOf">Shows the rules as they stood at that time.</param>
    public static async Task<Ok<Shown>> Handle(
        [SensibleTime] DateTimeOffset? asOf, Official by, EventStream<RoutingPlan, RoutingEvent> plans, StreamLog log, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var plan = await plans.Load(RoutingPlan.Id, ct, asOf);
        var now = plan.State.At(asOf ?? clock.GetUtcNow());
        var entered = (await log.History(RoutingPlan.Id, ct)).ToDictionary(entry => entry.Version);
        var versions = plan.State.Versions.Select(version => Show(version, entered.GetValueOrDefault(version.Change)));
        return TypedResults.Ok(new Shown(plan.Version, plan.Position, now.Rules.Rules, now.Version, [.. versions], [.. plan.State.Drafts.Keys.Order()]));
    }

    public static async Task<Ok<Draft>> HandleDraft(
        [CategorySlug, Description("The draft's name.")] string draft, Official by, EventStream<RoutingPlan, RoutingEvent> plans, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var plan = await plans.Load(RoutingPlan.Id, ct);
        var rules = plan.State.Drafts.GetValueOrDefault(draft) ?? throw new Refused(Problem.NotFound);
        return TypedResults.Ok(new Draft(draft, plan.Version, plan.Position, rules.Rules));
    }

    private static Entry Show(Valid<RuleSet> version, HistoryEntry? entered) => new(version.Change, entered is null ? null : version.From, version.Decision, entered?.By);
}
