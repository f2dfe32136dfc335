using System.ComponentModel;
using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>The desk in the order in which things are due, so that nobody has to look for what burns.</summary>
public static class ListDeadlines
{
    // Each unit's part of the index is read only as far as the page needs it.
    private static readonly string Page =
        $"""
        where id = any (array(
          select due.id from unnest($1) desk cross join lateral (
            select id, (data->'clocks'->>'next')::bigint as next from view_report
            where {ReportRow.Desk} = desk and data->'clocks'->>'next' is not null and ((data->'clocks'->>'next')::bigint, id) > ($2, $3) and (data->'clocks'->>'next')::bigint <= $4
              and {CategoryLimit.Sql("$6")}
            order by (data->'clocks'->>'next')::bigint, id limit $5
          ) due order by due.next, due.id limit $5
        ))
        """;

    /// <param name="Next">The clock that ends first; null for a moment, until the first sweep.</param>
    /// <param name="Since">Since when it is in this state.</param>
    public sealed record Item(
        Guid Id, long Version, string Code, ReportStatus Status, string Category, string Commune, string Unit, Severity Severity,
        DateTimeOffset SubmittedAt, DateTimeOffset Since, [property: Description("The clock that ends first.")] ShownClock? Next);

    /// <param name="dueBefore">Only what is due before this time: now for what is late already.</param>
    public static async Task<Ok<Page<Item>>> Handle(
        Official by, [SensibleTime] DateTimeOffset? dueBefore, [AsParameters] PageRequest page,
        ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, TimeProvider clock, CancellationToken ct)
    {
        var (next, id) = page.After is null ? (long.MinValue, Guid.Empty) : Cursor(page.After);
        var desks = await ListReports.Desks(by, organisations, ct);
        var found = await reports.Query(Page, [desks, next, id, dueBefore?.ToUnixTimeMilliseconds() - 1 ?? long.MaxValue, page.Limit + 1, CategoryLimit.Of(by)], ct);
        var rows = found.OrderBy(row => row.Data.Clocks!.Next).ThenBy(row => $"{row.Id}", StringComparer.Ordinal).ToList();
        var last = rows.Count > page.Limit ? rows[page.Limit - 1] : null;
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new Page<Item>([.. rows.Take(page.Limit).Select(row => Shown(row, now))], last is null ? null : $"{last.Data.Clocks!.Next}_{last.Id:N}"));
    }

    private static Item Shown(Row<ReportRow> row, DateTimeOffset now)
    {
        var report = row.Data;
        return new(
            row.Id, row.Version, report.Code, report.Status, report.Category, report.Commune, report.Unit, report.Severity,
            report.SubmittedAt, report.Since, ShownClock.NextOf(report.Clocks, now));
    }

    private static (long Next, Guid Id) Cursor(string text) =>
        text.Split('_') is [var next, var id] && long.TryParse(next, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var due) && Guid.TryParseExact(id, "N", out var last)
            ? (due, last)
            : throw new Refused(Problem.BadCursor);
}
