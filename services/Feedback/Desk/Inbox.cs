using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Shortlists;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Desk;

/// <summary>What a unit has to do, what is due first at the top, with filters; and the same on a map.</summary>
internal static class Inbox
{
    private const int Most = 50, MostOnMap = 500;

    private static readonly string Wanted =
        $"{ReportRow.Desk} = any($1) and data->>'status' = any($2) and ($3 = '' or data->>'category' = $3) and ($4 = '' or data->>'severity' = $4) and {CategoryLimit.Sql("$5")}";

    /// <summary>What waits for somebody else has no clock that runs, and stands last.</summary>
    internal const string Due = "coalesce((data->'clocks'->>'next')::bigint, 9223372036854775807)";

    private static readonly string[] Open = [.. Steps().Select(status => $"{status}")];

    /// <summary>The states in which a report is somebody's to do.</summary>
    public static ReportStatus[] Steps() => [ReportStatus.Submitted, ReportStatus.Assigned, ReportStatus.Accepted, ReportStatus.InProgress, ReportStatus.Waiting];

    public sealed record Filter(string? Status = null, string? Category = null, string? Severity = null);

    public static async Task<RazorComponentResult> Handle(
        string? status, string? category, string? severity, string? after, string? done, Official by, HttpContext http, IAntiforgery antiforgery,
        ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, ReadModel<ShortlistRow> shortlist, TimeProvider clock, CancellationToken ct)
    {
        var filter = new Filter(status, category, severity);
        var (next, id) = After(after);
        var rows = await reports.Query(
            $"where {Wanted} and ({Due}, id) > ($6, $7) order by {Due}, id limit {Most + 1}", [.. Values(filter, await ListReports.Desks(by, organisations, ct), by), next, id], ct);
        var shown = rows.Take(Most).ToList();
        var more = rows.Count > Most ? $"{shown[^1].Data.Clocks?.Next ?? long.MaxValue}_{shown[^1].Id:N}" : null;
        return DeskPage.Of<InboxPage>(http, antiforgery, ("Reports", shown), ("Next", more), ("Chosen", filter), ("Done", done is null ? null : TrackingCode.Read(done)), ("Marked", await ListShortlist.Marked(by, shortlist, ct)), ("Now", clock.GetUtcNow()));
    }

    public static async Task<RazorComponentResult> Map(
        string? status, string? category, string? severity, Official by, HttpContext http, IAntiforgery antiforgery,
        ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, DeskSettings settings, CancellationToken ct)
    {
        var filter = new Filter(status, category, severity);
        var rows = await reports.Query(
            $"where {Wanted} and jsonb_typeof(data->'spot') = 'object' order by {Due}, id limit {MostOnMap}", Values(filter, await ListReports.Desks(by, organisations, ct), by), ct);
        return DeskPage.Of<MapPage>(http, antiforgery, ("Reports", rows), ("Chosen", filter), ("Tiles", settings.Tiles), ("Attribution", settings.Attribution));
    }

    private static object[] Values(Filter filter, string[] desks, Official by) =>
        [desks, Enum.TryParse<ReportStatus>(filter.Status, ignoreCase: true, out var status) ? [$"{status}"] : Open, filter.Category ?? "", Enum.TryParse<Severity>(filter.Severity, ignoreCase: true, out var severity) ? $"{severity}" : "", CategoryLimit.Of(by)];

    private static (long Next, Guid Id) After(string? text) =>
        text?.Split('_') is [var next, var id] && long.TryParse(next, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var due) && Guid.TryParseExact(id, "N", out var last)
            ? (due, last)
            : (long.MinValue, Guid.Empty);
}
