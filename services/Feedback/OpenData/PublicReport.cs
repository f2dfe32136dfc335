using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.OpenData;

/// <summary>What of a report is for everybody: codes, days and durations. No text, no person, no tracking code; the position only as it is public anyhow.</summary>
public static class PublicReport
{
    /// <summary>Confidential reports and those of sensitive categories have no part in it; $1 are the other categories.</summary>
    public const string IsPublic = "category = any($1) and coalesce(data->>'isPrivate', 'false') = 'false'";

    public static string[] Categories(Catalogue catalogue) => [.. catalogue.All.Select(category => category.Code).Where(code => !catalogue.IsSensitive(code))];

    /// <summary>In the order of the columns; names are for good.</summary>
    public static readonly IReadOnlyList<(string Name, string English, string Vietnamese, Func<Row<ReportFact>, JsonValue?> Read)> Fields =
    [
        ("id", "The report's id, the same in every file", "Mã định danh của phản ánh", row => JsonValue.Create($"{row.Id}")),
        ("category", "Code of what is reported", "Mã lĩnh vực", row => JsonValue.Create(row.Data.Category)),
        ("commune", "Code of the commune", "Mã xã, phường", row => JsonValue.Create(row.Data.Commune)),
        ("unit", "Organisation in charge", "Đơn vị phụ trách", row => JsonValue.Create(row.Data.Unit)),
        ("source", "How it came in", "Kênh tiếp nhận", row => JsonValue.Create(Camel($"{row.Data.Source}"))),
        ("severity", "How urgent it is", "Mức độ khẩn", row => JsonValue.Create(Camel($"{row.Data.Severity}"))),
        ("status", "Where it stood when the file was made", "Trạng thái khi xuất tệp", row => JsonValue.Create(Camel($"{row.Data.Status}"))),
        ("submittedOn", "Local day on which it was submitted", "Ngày gửi", row => Day(row.Data.SubmittedDay)),
        ("answeredOn", "Local day of the answer", "Ngày trả lời", row => Day(row.Data.AnsweredDay)),
        ("answerMinutes", "Minutes to the answer", "Số phút đến khi trả lời", row => row.Data.AnswerMinutes is { } minutes ? JsonValue.Create(minutes) : null),
        ("answeredOnTime", "Whether the answer came in time", "Trả lời đúng hạn hay không", row => row.Data.AnswerOnTime is { } onTime ? JsonValue.Create(onTime) : null),
        ("reopened", "How often it was opened again", "Số lần mở lại", row => JsonValue.Create(row.Data.Reopened)),
        ("latitude", "Degrees north in WGS 84; blurred where the category asks for it", "Vĩ độ (WGS 84), làm mờ với lĩnh vực nhạy cảm", row => row.Data.Latitude is { } latitude ? JsonValue.Create(latitude) : null),
        ("longitude", "Degrees east in WGS 84; blurred where the category asks for it", "Kinh độ (WGS 84), làm mờ với lĩnh vực nhạy cảm", row => row.Data.Longitude is { } longitude ? JsonValue.Create(longitude) : null),
    ];

    public static string CsvHeader => string.Join(',', Fields.Select(one => one.Name)) + "\r\n";

    public static string Csv(Row<ReportFact> row) => string.Join(',', Fields.Select(field => Cell(field.Read(row)))) + "\r\n";

    public static string Json(Row<ReportFact> row) => Object(row, _ => true).ToJsonString() + "\n";

    /// <summary>RFC 7946: longitude first; a report without a position has no geometry.</summary>
    public static string Feature(Row<ReportFact> row) => new JsonObject
    {
        ["type"] = "Feature",
        ["id"] = $"{row.Id}",
        ["geometry"] = row.Data is { Latitude: { } latitude, Longitude: { } longitude } ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(longitude, latitude) } : null,
        ["properties"] = Object(row, name => name is not ("id" or "latitude" or "longitude")),
    }.ToJsonString();

    private static JsonObject Object(Row<ReportFact> row, Func<string, bool> has) => new(Fields.Where(field => has(field.Name)).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Read(row))));

    private static JsonValue? Day(int? number) => number is { } day ? JsonValue.Create(LocalDay.Of(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>RFC 4180.</summary>
    private static string Cell(JsonValue? value)
    {
        var text = value?.ToString() ?? "";
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
