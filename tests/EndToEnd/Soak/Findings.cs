using Ecosystem.Local;
using Npgsql;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>What the databases and the inboxes hold in the end, counted; each count differs from what must be by nothing.</summary>
internal sealed class Findings(Backends backends, ICollection<Guid> reports) : IAsyncDisposable
{
    private readonly NpgsqlDataSource feedback = Of(backends, "feedback"), notifications = Of(backends, "notifications");

    private static readonly Dictionary<string, string> TemplateOf = new()
    {
        ["report_submitted"] = "report-received",
        ["report_assigned"] = "report-for-unit",
        ["report_transferred"] = "report-for-unit",
        ["report_returned"] = "report-for-unit",
        ["report_waiting"] = "information-asked",
        ["interim_answer_given"] = "report-delayed",
        ["report_answered"] = "report-answered",
        ["report_rejected"] = "report-rejected",
        ["report_reopened"] = "report-reopened",
        ["report_merged"] = "report-merged",
        ["deadline_neared"] = "deadline-approaching",
        ["report_escalated"] = "report-escalated",
    };

    /// <summary>How many events of each type each stream has; the clocks' own come with time and are no answer to a command.</summary>
    public async Task<Dictionary<(Guid Stream, string Type), int>> Events()
    {
        var rows = await Read(feedback, "select stream_id, type, count(*)::int from mt_events where stream_id = any($1) group by 1, 2", row => (Stream: row.GetGuid(0), Type: row.GetString(1), Count: row.GetInt32(2)));
        return rows.Where(row => row.Type is not ("deadlines_set" or "deadlines_moved" or "clocks_stopped" or "deadline_neared" or "report_escalated")).ToDictionary(row => (row.Stream, row.Type), row => row.Count);
    }

    /// <summary>Every message that the stored events call for: about which report, of which template, to whom.</summary>
    public async Task<List<string>> Due()
    {
        var events = await Read(
            feedback,
            """
            select e.stream_id, e.type, coalesce(e.data->>'to', e.data->>'unit'), v.data->>'reporter', e.data ? 'parent' and e.data->>'parent' is not null
            from mt_events e join view_report v on v.id = e.stream_id where e.stream_id = any($1)
            """,
            row => (Report: row.GetGuid(0), Type: row.GetString(1), Unit: row.IsDBNull(2) ? "" : row.GetString(2), Reporter: row.GetString(3), IsPart: row.GetBoolean(4)));
        return [.. events.Where(e => TemplateOf.ContainsKey(e.Type) && !(e.Type is "report_submitted" && e.IsPart)).SelectMany(e => Messages(e.Report, TemplateOf[e.Type], e.Unit, e.Reporter)).Order(StringComparer.Ordinal)];
    }

    public async Task<List<string>> Delivered() => [.. (await Read(
        notifications,
        "select data->>'template', data->>'recipient', data->'arguments'->>'reportId' from view_message where (data->'arguments'->>'reportId')::uuid = any($1)",
        row => $"{row.GetString(2)} {row.GetString(0)} {row.GetString(1)}")).Order(StringComparer.Ordinal)];

    /// <summary>Reports that are nobody's.</summary>
    public Task<List<Guid>> Unowned() => Read(
        feedback, "select s.id from unnest($1) s(id) left join view_report v on v.id = s.id where coalesce(v.data->>'unit', '') = '' or v.data->>'status' in ('Absent', 'Submitted')", row => row.GetGuid(0));

    /// <summary>All rows of a projection in one hash.</summary>
    public async Task<string> Digest(string projection) => (await Read(
        feedback, $"select coalesce(md5(string_agg(id || ' ' || version || ' ' || data::text, chr(10) order by id)), '') || ' of ' || count(*) from projection_{projection} where $1 is not null", row => row.GetString(0))).Single();

    public async ValueTask DisposeAsync()
    {
        await feedback.DisposeAsync();
        await notifications.DisposeAsync();
    }

    private static IEnumerable<string> Messages(Guid report, string template, string unit, string reporter)
    {
        var isForUnit = template is "report-for-unit" or "deadline-approaching" or "report-escalated";
        yield return $"{report} {template} {(isForUnit ? unit : reporter)}";
        if (template is "report-reopened") yield return $"{report} report-for-unit {unit}";
    }

    private async Task<List<T>> Read<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> of)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = reports.ToArray() });
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync()) rows.Add(of(reader));
        return rows;
    }

    private static NpgsqlDataSource Of(Backends backends, string service)
    {
        var builder = new NpgsqlConnectionStringBuilder(backends.Postgres) { Pooling = false };
        builder.Database = $"{builder.Database}_{service}";
        return NpgsqlDataSource.Create(builder.ConnectionString);
    }
}
