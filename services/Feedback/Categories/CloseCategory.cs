using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Categories;

/// <summary>Nothing more is reported about a category and those below it; what was reported stays and keeps its name.</summary>
public static class CloseCategory
{
    /// <param name="Decision">Number of the decision that orders it, 1 to 100 characters.</param>
    /// <param name="ValidFrom">From when on it counts; left out: at once.</param>
    public sealed record Command([property: Text(1, 100)] string Decision, [property: SensibleTime] DateTimeOffset? ValidFrom = null);

    public static CategoryEvent[] Decide(string code, Command command, CategoryPlan plan, DateTimeOffset now)
    {
        var from = Validity.From(command.ValidFrom, now);
        return plan.Versions.GetValueOrDefault(code)?.At(from) switch
        {
            null => throw new Refused(Problem.NotFound),
            { Content: null } => [],
            _ => [new CategoryClosed(code, from, command.Decision.Trim(), now)],
        };
    }

    public static Task<Ok<Written>> Handle(
        [CategorySlug, Description("The category's code.")] string code, Command command, Official by, EventStream<CategoryPlan, CategoryEvent> plans,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CancellationToken ct) =>
        categories.Change(plans, by, (plan, now) => Decide(code, command, plan, now), ct);
}
