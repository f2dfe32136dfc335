using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Desk;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Npgsql;

namespace Ecosystem.Feedback.Shortlists;

/// <summary>Which reports an inspector takes along.</summary>
public sealed record OfflineQuery(
    [property: AllowedValues(null, "shortlist", "open"), Description("The official's own list, shortlist, or open: all that the units for which the official acts have to do; left out: shortlist.")] string? Of = null,
    [property: OrganisationCodeFormat] string? Unit = null,
    [property: CommuneCode] string? Commune = null,
    [property: Range(0, long.MaxValue), Description("The `position` of an earlier package: reports that have not changed since are left out.")] long? After = null);

/// <summary>A report of the selection.</summary>
/// <param name="Marked">Position of the official's mark; 0 where it needs none.</param>
public sealed record Selected(Row<ReportRow> Row, long Marked);

/// <summary>Finds them, all of them the official's to open.</summary>
public sealed class OfflineSelection(ReadModel<ReportRow> reports, ReadModel<ShortlistRow> shortlist, ReadModel<OrganisationRow> organisations, NpgsqlDataSource database)
{
    /// <summary>How many reports a package has at most: with their threads some megabytes.</summary>
    public const int Most = 100;

    private const string Where = "($1 = '' or data->>'unit' = $1) and ($2 = '' or data->>'commune' = $2)";

    /// <summary>All up to here is in what is read afterwards; what comes later may be in it, too, and is then given again.</summary>
    public async Task<long> Newest(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0) from mt_events");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>One more than fit, where there are more.</summary>
    public async Task<IReadOnlyList<Selected>> Find(OfflineQuery query, Official by, CancellationToken ct)
    {
        object[] filter = [query.Unit ?? "", query.Commune ?? ""];
        return query.Of is "open" ? await Open(filter, by, ct) : await Shortlisted(filter, by, ct);
    }

    private async Task<List<Selected>> Open(object[] filter, Official by, CancellationToken ct)
    {
        var desks = await ListReports.Desks(by, organisations, ct);
        var rows = await reports.Query($"where {Where} and {ReportRow.Desk} = any($3) and {CategoryLimit.Sql("$4")} and {PublicReport.IsOpen} order by {Inbox.Due}, id limit {Most + 1}", [.. filter, desks, CategoryLimit.Of(by)], ct);
        return [.. rows.Select(row => new Selected(row, Marked: 0))];
    }

    private async Task<List<Selected>> Shortlisted(object[] filter, Official by, CancellationToken ct)
    {
        var marks = (await shortlist.Query($"where {ShortlistRow.OfOfficial} order by position desc limit {ShortlistReport.Most}", [by.Id], ct)).ToDictionary(mark => mark.Data.Report, mark => mark.Position);
        var rows = await reports.Query($"where {Where} and id = any($3) order by {Inbox.Due}, id", [.. filter, marks.Keys.ToArray()], ct);
        return [.. rows.Where(row => row.Data.IsOpenTo(by)).Take(Most + 1).Select(row => new Selected(row, marks[row.Id]))];
    }
}
