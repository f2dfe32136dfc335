using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

/// <summary>Public reports as GeoJSON (RFC 7946), for any map: open ones unless another state is asked for.</summary>
public static class ShowMap
{
    /// <param name="Type">FeatureCollection.</param>
    /// <param name="Features">The newest that fit, each with its position.</param>
    /// <param name="IsCut">Whether there are more than were asked for: ask for a smaller box.</param>
    public sealed record Map(string Type, IReadOnlyList<Feature> Features, bool IsCut);

    /// <param name="Type">Feature.</param>
    /// <param name="Geometry">Where it is.</param>
    /// <param name="Properties">What everybody may know of it.</param>
    public sealed record Feature(string Type, Guid Id, Geometry Geometry, PublicReport Properties);

    /// <param name="Type">Point.</param>
    /// <param name="Coordinates">Longitude and latitude in degrees of WGS 84.</param>
    public sealed record Geometry(string Type, IReadOnlyList<double> Coordinates);

    /// <param name="limit">How many at most, 1 to 2,000; left out: 500.</param>
    public static async Task<IResult> Handle(
        [AsParameters] PublicFilter filter, [Range(1, 2_000), Description("How many at most, 1 to 2,000; left out: 500.")] int? limit,
        ReadModel<ReportRow> reports, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CancellationToken ct)
    {
        var most = limit ?? 500;
        var (where, values) = (filter with { State = filter.State ?? "open" }).Sql(categories.Value);
        var rows = await reports.Query($"where {where} and {PublicReport.HasSpot} order by created_position desc limit {most + 1}", values, ct);
        return new PublicAnswer<Map>(new("FeatureCollection", [.. rows.Take(most).Select(row => Shown(PublicReport.Of(row, categories.Value)))], rows.Count > most), "application/geo+json");
    }

    private static Feature Shown(PublicReport report) => new("Feature", report.Id, new("Point", [report.Spot!.Longitude, report.Spot.Latitude]), report);
}
