using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Shortlists;

/// <summary>The official's own shortlist, last marked first; what went to a unit for which the official does not act is left out.</summary>
public static class ListShortlist
{
    public sealed record Item(
        [property: Description("The report, as the unit's list shows it.")] ListReports.Item Report,
        [property: Description("When it was put on the list, in UTC.")] DateTimeOffset ListedAt);

    public static async Task<Ok<Page<Item>>> Handle(Official by, ReadModel<ShortlistRow> shortlist, ReadModel<ReportRow> reports, TimeProvider clock, CancellationToken ct)
    {
        var marks = await shortlist.Query($"where {ShortlistRow.OfOfficial} order by position desc limit {ShortlistReport.Most}", [by.Id], ct);
        var rows = (await reports.Query("where id = any($1)", [marks.Select(mark => mark.Data.Report).ToArray()], ct)).Where(row => row.Data.IsOpenTo(by)).ToDictionary(row => row.Id);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new Page<Item>([.. marks.Where(mark => rows.ContainsKey(mark.Data.Report)).Select(mark => new Item(ListReports.Shown(rows[mark.Data.Report], now), mark.Data.At))], Next: null));
    }

    /// <summary>Which reports an official has marked.</summary>
    internal static async Task<IReadOnlySet<Guid>> Marked(Official by, ReadModel<ShortlistRow> shortlist, CancellationToken ct) =>
        (await shortlist.Query($"where {ShortlistRow.OfOfficial} limit {ShortlistReport.Most}", [by.Id], ct)).Select(mark => mark.Data.Report).ToHashSet();
}
