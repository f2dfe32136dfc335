using System.ComponentModel;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Open311;

/// <summary>A report as outsiders see it: nothing that the citizen or the unit wrote.</summary>
public sealed record ServiceRequest(
    [property: JsonPropertyName("service_request_id"), Description("The report's id.")] string Id,
    [property: JsonPropertyName("status"), Description("open or closed.")] string Status,
    [property: JsonPropertyName("status_notes"), Description("The state in words.")] string? StatusNotes,
    [property: JsonPropertyName("service_name"), Description("In the caller's language.")] string Name,
    [property: JsonPropertyName("service_code"), Description("The category's code.")] string Code,
    [property: JsonPropertyName("description"), Description("Always null: the citizen's words are personal data.")] string? Description,
    [property: JsonPropertyName("agency_responsible"), Description("The unit in charge.")] string? Agency,
    [property: JsonPropertyName("service_notice"), Description("Always null.")] string? Notice,
    [property: JsonPropertyName("requested_datetime"), Description("When it was submitted.")] DateTimeOffset Requested,
    [property: JsonPropertyName("updated_datetime"), Description("Since when it is in its state.")] DateTimeOffset Updated,
    [property: JsonPropertyName("expected_datetime"), Description("When the answer is due.")] DateTimeOffset? Expected,
    [property: JsonPropertyName("address"), Description("The commune's name.")] string? Address,
    [property: JsonPropertyName("address_id"), Description("The commune's code.")] string AddressId,
    [property: JsonPropertyName("zipcode"), Description("Always null.")] string? Zipcode,
    [property: JsonPropertyName("lat"), Description("Degrees north in WGS 84, as everybody may know them.")] double? Latitude,
    [property: JsonPropertyName("long"), Description("Degrees east in WGS 84, as everybody may know them.")] double? Longitude,
    [property: JsonPropertyName("media_url"), Description("Always null: pictures can show people.")] string? MediaUrl)
{
    public static readonly ReportStatus[] Open = [ReportStatus.Submitted, ReportStatus.Assigned, ReportStatus.Accepted, ReportStatus.InProgress, ReportStatus.Waiting, ReportStatus.Forwarded];

    /// <param name="names">Names of organisations by their codes.</param>
    public static ServiceRequest Of(Row<ReportRow> row, IReadOnlyDictionary<string, string> names, Catalogue categories)
    {
        var report = row.Data;
        return new(
            $"{row.Id}", Open.Contains(report.Status) ? "open" : "closed", Notes(report.Status), categories.NameOf(report.Category), report.Category,
            Description: null, names.GetValueOrDefault(report.Unit), Notice: null, report.SubmittedAt, report.Since, report.Clocks?.Resolution?.Deadline.Due,
            Communes.NameOf(names.GetValueOrDefault($"{report.Province}.{report.Commune}.UBND")), report.Commune, Zipcode: null, report.Spot?.Latitude, report.Spot?.Longitude, MediaUrl: null);
    }

    private static string Notes(ReportStatus status) => status switch
    {
        ReportStatus.Submitted or ReportStatus.Assigned => Language.Say("Assigned to a unit.", "Đã giao đơn vị xử lý."),
        ReportStatus.Accepted => Language.Say("Accepted by the unit.", "Đơn vị đã tiếp nhận."),
        ReportStatus.InProgress => Language.Say("The unit is working on it.", "Đơn vị đang xử lý."),
        ReportStatus.Waiting => Language.Say("Waiting.", "Đang chờ."),
        ReportStatus.Forwarded => Language.Say("Forwarded to another agency.", "Đã chuyển cơ quan khác."),
        ReportStatus.Answered or ReportStatus.Rated => Language.Say("Answered.", "Đã trả lời."),
        ReportStatus.Rejected => Language.Say("Refused.", "Không tiếp nhận."),
        ReportStatus.Duplicate => Language.Say("Duplicate request.", "Phản ánh trùng."),
        _ => Language.Say("Closed.", "Đã đóng."),
    };
}
