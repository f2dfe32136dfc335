using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

/// <summary>An open report and how far it is, in metres.</summary>
public sealed record Nearby(Row<ReportRow> Row, double Metres);

/// <summary>Finds open reports around a spot by the index of spots, nearest first.</summary>
public sealed class NearbyReports(ReadModel<ReportRow> reports)
{
    /// <param name="metres">How far away at most.</param>
    /// <param name="categories">Codes of what they are about.</param>
    public async Task<IReadOnlyList<Nearby>> Within(double metres, Spot spot, string[] categories, DateTimeOffset since, int limit, CancellationToken ct)
    {
        List<object> values = [];
        string Parameter(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }

        // Twice as many by the plane's distance, which is a few per cent off, then the right order.
        var tail =
            $"""
            where {PublicReport.HasSpot} and {PublicReport.IsOpen} and spot_of(data) <@ {Spots.Sql(Box.Around(spot.Latitude, spot.Longitude, metres), Parameter)}
            and data->>'parent' is null and data->>'category' = any({Parameter(categories)}) and data->>'submittedAt' >= {Parameter(since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture))}
            order by spot_of(data) <-> {Spots.Sql(spot, Parameter)} limit {2 * limit}
            """;
        var rows = await reports.Query(tail, [.. values], ct);
        return [.. rows.Select(row => new Nearby(row, Distance.Metres(spot, row.Data.Spot!))).Where(near => near.Metres <= metres).OrderBy(near => near.Metres).Take(limit)];
    }
}
