using System.ComponentModel;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Categories;

/// <summary>The coordinating unit adds a category, changes one or opens it again, by a decision and from a date on.</summary>
public static class DefineCategory
{
    /// <param name="Definition">All that is to be known about the category.</param>
    /// <param name="Decision">Number of the decision that orders it, 1 to 100 characters.</param>
    /// <param name="ValidFrom">From when on it counts; left out: at once.</param>
    public sealed record Command(CategoryDefinition Definition, [property: Text(1, 100)] string Decision, [property: SensibleTime] DateTimeOffset? ValidFrom = null);

    public static CategoryEvent[] Decide(string code, Command command, CategoryPlan plan, DateTimeOffset now)
    {
        var from = Validity.From(command.ValidFrom, now);
        var then = plan.At(from);
        if (command.Definition.Parent is { } parent)
        {
            if (then.Find(parent) is not { IsClosed: false } above) throw new Refused(CategoryProblems.UnknownParent);
            if (above.Path.Contains(code)) throw new Refused(CategoryProblems.Ring);
        }

        var isSo = plan.Versions.GetValueOrDefault(code)?.At(from) is { Content: { } known } && IsSame(known, command.Definition);
        return isSo ? [] : [new CategoryDefined(code, command.Definition, from, command.Decision.Trim(), now)];
    }

    public static Task<Ok<Written>> Handle(
        [CategorySlug, Description("The category's code.")] string code, Command command, Official by, EventStream<CategoryPlan, CategoryEvent> plans,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CancellationToken ct) =>
        categories.Change(plans, by, (plan, now) => Decide(code, command, plan, now), ct);

    private static bool IsSame(CategoryDefinition one, CategoryDefinition other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
