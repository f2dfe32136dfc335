using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.Routing;

// Quoted names are in the database for good: add, never rename.
public abstract record RoutingEvent;

[Stored("routing_drafted")]
public sealed record RoutingDrafted(string Draft, RuleSet Rules, DateTimeOffset At) : RoutingEvent;

/// <summary>A draft, as it was then, is the rule from a time on.</summary>
/// <param name="Decision">Number of the decision that orders it.</param>
[Stored("routing_published")]
public sealed record RoutingPublished(string Draft, DateTimeOffset From, string Decision, DateTimeOffset At) : RoutingEvent;

/// <summary>All drafts, and what was, is and will be in force.</summary>
/// <param name="Changes">How many changes there were: the version of the one stream that holds them.</param>
public sealed record RoutingPlan(ImmutableDictionary<string, RuleSet> Drafts, ImmutableList<Valid<RuleSet>> Versions, long Changes) : IScheduled<Matchers>
{
    public static readonly Guid Id = NamedId.Of("routing");

    private static readonly RuleSet Shipped = Configuration.Shipped.Read<RuleSet>("routing.json");

    public static RoutingPlan New(Guid id) => new(ImmutableDictionary<string, RuleSet>.Empty, [new(Shipped, DateTimeOffset.MinValue, Decision: null, Change: 0)], 0);

    public IEnumerable<DateTimeOffset> Turns => Versions.Select(version => version.From);

    public Matchers At(DateTimeOffset time) => Versions.At(time) is { Content: { } rules } version ? new(rules, version.Change) : throw new UnreachableException("The shipped rules have no beginning.");

    public static RoutingPlan Evolve(RoutingPlan plan, RoutingEvent happened) => happened switch
    {
        RoutingDrafted e => plan with { Drafts = plan.Drafts.SetItem(e.Draft, e.Rules), Changes = plan.Changes + 1 },
        RoutingPublished e => plan with { Versions = plan.Versions.Add(new(plan.Drafts[e.Draft], e.From, e.Decision, plan.Changes + 1)), Changes = plan.Changes + 1 },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
