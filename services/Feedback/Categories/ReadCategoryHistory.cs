using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Categories;

/// <summary>What was decided about a category, when, by which decision and from when on it counts.</summary>
public static class ReadCategoryHistory
{
    /// <param name="From">From when on it counts; null for what was shipped.</param>
    /// <param name="Decision">Number of the decision; null for what was shipped.</param>
    /// <param name="Definition">What was decided; null when the category was closed.</param>
    /// <param name="By">Subject identifier of the official who entered it; null for what was shipped.</param>
    public sealed record Entry(long Version, DateTimeOffset? From, string? Decision, CategoryDefinition? Definition, DateTimeOffset? At, string? By);

    public static async Task<Ok<Page<Entry>>> Handle(
        [CategorySlug, Description("The category's code.")] string code, Official by, EventStream<CategoryPlan, CategoryEvent> plans, StreamLog log, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var versions = (await plans.Load(CategoryPlan.Id, ct)).State.Versions.GetValueOrDefault(code) ?? throw new Refused(Problem.NotFound);
        var entered = (await log.History(CategoryPlan.Id, ct)).ToDictionary(entry => entry.Version);
        return TypedResults.Ok(new Page<Entry>([.. versions.Select(version => Shown(version, entered.GetValueOrDefault(version.Change)))], Next: null));
    }

    private static Entry Shown(Valid<CategoryDefinition> version, HistoryEntry? entered) =>
        new(version.Change, entered is null ? null : version.From, version.Decision, version.Content, entered?.At, entered?.By);
}
