using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Places;

/// <summary>Asked before a report is sent: has somebody reported the same? Then the citizen may follow that one instead.</summary>
public static class FindSimilar
{
    private const int Most = 20;

    /// <param name="Report">What everybody may know of it.</param>
    /// <param name="Metres">How far away it is.</param>
    public sealed record Item(PublicReport Report, double Metres);

    public static async Task<Ok<Page<Item>>> Handle(
        [CategoryCode, Description("Code of what would be reported: open reports about it, about one above it and about one below it are looked for.")] string category,
        [Latitude] double latitude, [Longitude] double longitude,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, NearbyReports nearby, TimeProvider clock, CancellationToken ct)
    {
        var about = categories.Value.Find(category)!;
        var near = about.Definition.Sensitive ? [] : await nearby.Within(
            about.Definition.DuplicateRadius, new(latitude, longitude), Alike(about, categories.Value), clock.GetUtcNow().AddDays(-about.Definition.DuplicateDays), Most, ct);
        return TypedResults.Ok(new Page<Item>([.. near.Select(one => new Item(PublicReport.Of(one.Row, categories.Value), Math.Round(one.Metres, 1)))], Next: null));
    }

    private static string[] Alike(Category about, Catalogue categories) =>
        [.. categories.All.Where(other => !other.Definition.Sensitive && (other.Path.Contains(about.Code) || about.Path.Contains(other.Code))).Select(other => other.Code)];
}
