using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Desk;

/// <summary>What a unit has to do, oldest first, with filters; and the same on a map.</summary>
internal static class Inbox
{
    private const int Most = 50, MostOnMap = 500;
    private const string Wanted = "data->>'unit' = any($1) and data->>'status' = any($2) and ($3 = '' or data->>'category' = $3) and ($4 = '' or data->>'severity' = $4)";

    private static readonly string[] Open = [.. Steps().Select(status => $"{status}")];

    /// <summary>The states in which a report is somebody's to do.</summary>
    public static ReportStatus[] Steps() => [ReportStatus.Assigned, ReportStatus.Accepted, ReportStatus.InProgress, ReportStatus.Waiting];

    public sealed record Filter(string? Status = null, string? Category = null, string? Severity = null);

    public static async Task<RazorComponentResult> Handle(
        string? status, string? category, string? severity, string? after, Official by, HttpContext http, IAntiforgery antiforgery,
        ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        var filter = new Filter(status, category, severity);
        var page = await reports.List(Wanted, Values(filter, await ListReports.Units(by, organisations, ct)), new(Most, after is { Length: > 0 } ? after : null), ct, oldestFirst: true);
        return DeskPage.Of<InboxPage>(http, antiforgery, ("Reports", page.Items), ("Next", page.Next), ("Chosen", filter));
    }

    public static async Task<RazorComponentResult> Map(
        string? status, string? category, string? severity, Official by, HttpContext http, IAntiforgery antiforgery,
        ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, DeskSettings settings, CancellationToken ct)
    {
        var filter = new Filter(status, category, severity);
        var rows = await reports.List($"{Wanted} and jsonb_typeof(data->'spot') = 'object'", Values(filter, await ListReports.Units(by, organisations, ct)), new(MostOnMap), ct, oldestFirst: true);
        return DeskPage.Of<MapPage>(http, antiforgery, ("Reports", rows.Items), ("Chosen", filter), ("Tiles", settings.Tiles), ("Attribution", settings.Attribution));
    }

    private static object[] Values(Filter filter, string[] units) =>
        [units, Enum.TryParse<ReportStatus>(filter.Status, ignoreCase: true, out var status) ? [$"{status}"] : Open, filter.Category ?? "", Enum.TryParse<Severity>(filter.Severity, ignoreCase: true, out var severity) ? $"{severity}" : ""];
}
