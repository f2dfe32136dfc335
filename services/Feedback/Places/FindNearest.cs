using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Places;

/// <summary>The open reports around a place, nearest first, for everybody.</summary>
public static class FindNearest
{
    public static async Task<IResult> Handle(
        [Latitude] double latitude, [Longitude] double longitude,
        [Range(1, 20_000), Description("How many metres away at most, 1 to 20,000; left out: 2,000.")] int? within, [Range(1, 200), Description("How many at most, 1 to 200; left out: 50.")] int? limit,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, NearbyReports nearby, CancellationToken ct)
    {
        var open = categories.Value.All.Where(category => !category.Definition.Sensitive).Select(category => category.Code);
        var near = await nearby.Within(within ?? 2_000, new(latitude, longitude), [.. open], DateTimeOffset.UnixEpoch, limit ?? 50, ct);
        return new PublicAnswer<Page<FindSimilar.Item>>(new([.. near.Select(one => new FindSimilar.Item(PublicReport.Of(one.Row, categories.Value), Math.Round(one.Metres, 1)))], Next: null));
    }
}
