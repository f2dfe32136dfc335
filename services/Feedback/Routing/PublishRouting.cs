using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Routing;

/// <summary>A draft becomes the rule, by a decision and from a time on.</summary>
public static class PublishRouting
{
    /// <param name="Decision">Number of the decision that orders it, 1 to 100 characters.</param>
    /// <param name="ValidFrom">From when on it counts; left out: at once.</param>
    public sealed record Command([property: Text(1, 100)] string Decision, [property: SensibleTime] DateTimeOffset? ValidFrom = null);

    public static RoutingEvent[] Decide(string draft, Command command, RoutingPlan plan, DateTimeOffset now)
    {
        if (!plan.Drafts.TryGetValue(draft, out var rules)) throw new Refused(Problem.NotFound);
        var from = Validity.From(command.ValidFrom, now);
        return ReferenceEquals(plan.Versions.At(from)?.Content, rules) ? [] : [new RoutingPublished(draft, from, command.Decision.Trim(), now)];
    }

    public static Task<Ok<Written>> Handle(
        [CategorySlug, Description("The draft's name.")] string draft, Command command, Official by, EventStream<RoutingPlan, RoutingEvent> plans,
        InForce<RoutingPlan, RoutingEvent, Matchers> rules, CancellationToken ct) =>
        rules.Change(plans, by, (plan, now) => Decide(draft, command, plan, now), ct);
}
