using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;

namespace Ecosystem.Feedback.OpenData;

/// <summary>A form in which a day's reports can be had.</summary>
public sealed record OpenFormat(string Extension, string MediaType, string Begin, Func<Row<ReportFact>, bool, string> Line, string End)
{
    public static readonly IReadOnlyList<OpenFormat> All =
    [
        new("csv", "text/csv; charset=utf-8; header=present", PublicReport.CsvHeader, (row, _) => PublicReport.Csv(row), ""),
        new("ndjson", "application/x-ndjson; charset=utf-8", "", (row, _) => PublicReport.Json(row), ""),
        new("geojson", "application/geo+json; charset=utf-8", "{\"type\":\"FeatureCollection\",\"features\":[", (row, isFirst) => (isFirst ? "\n" : ",\n") + PublicReport.Feature(row), "\n]}\n"),
    ];

    /// <summary>Of a name such as 2026-11-21.csv; null for any other.</summary>
    public static (DateOnly Day, OpenFormat Format)? Read(string file) =>
        file.Split('.') is [var day, var extension] && All.FirstOrDefault(format => format.Extension == extension) is { } known
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? (date, known) : null;

    public static string UrlOf(DateOnly day, OpenFormat format) => string.Create(CultureInfo.InvariantCulture, $"/v1/open-data/reports/{day:yyyy-MM-dd}.{format.Extension}");
}
