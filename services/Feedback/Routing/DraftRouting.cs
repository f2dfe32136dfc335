using System.ComponentModel;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Routing;

/// <summary>The coordinating unit writes down rules that do not count yet, to try them out.</summary>
public static class DraftRouting
{
    public static RoutingEvent[] Decide(string draft, RuleSet rules, RoutingPlan plan, DateTimeOffset now) =>
        plan.Drafts.GetValueOrDefault(draft) is { } known && JsonSerializer.Serialize(known) == JsonSerializer.Serialize(rules) ? [] : [new RoutingDrafted(draft, rules, now)];

    public static async Task<Ok<Written>> Handle(
        [CategorySlug, Description("The draft's name.")] string draft, RuleSet rules, Official by, EventStream<RoutingPlan, RoutingEvent> plans, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        return TypedResults.Ok((await plans.Append(RoutingPlan.Id, plan => Decide(draft, rules, plan, clock.GetUtcNow()), ct)).Written);
    }
}
