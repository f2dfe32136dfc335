using System.Reflection;
using Ecosystem.EventSourcing;
using Ecosystem.Local;
using Npgsql;
using NpgsqlTypes;

namespace Ecosystem.Benchmarks.Reports;

/// <summary>Puts made-up reports straight into Feedback's tables, in the layout of the store: streams, events, view rows, facts. The service must not run meanwhile.</summary>
internal sealed class ReportStore(Backends backends)
{
    private readonly string database = new NpgsqlConnectionStringBuilder(backends.Postgres) { Pooling = false, CommandTimeout = 1800, Database = $"{new NpgsqlConnectionStringBuilder(backends.Postgres).Database}_feedback" }.ConnectionString;

    private long position;

    /// <summary>Who is in charge in each commune; all days before today are anchored.</summary>
    public Task Prepare() => Execute(
        $$"""
        insert into views (view, id, version, created_position, position, data)
        select 'organisation', gen_random_uuid(), 1, n * 2 + k, n * 2 + k, jsonb_build_object('code', '01.' || commune || '.' || kind, 'name', commune, 'kind', kind, 'commune', commune, 'province', '01')
        from generate_series(0, {{MadeUpReport.Communes}} - 1) n, lateral (select lpad((100 + n)::text, 5, '0') as commune) c, unnest(array['UBND', 'MTTQ']) with ordinality u(kind, k);
        insert into views (view, id, version, created_position, position, data)
        select 'anchor', gen_random_uuid(), 1, 1, 1, jsonb_build_object('of', jsonb_build_object('day', (now() at time zone 'UTC' + interval '7 hours')::date - 1, 'root', '', 'events', 0, 'previous', '', 'head', repeat('0', 64), 'at', now()))
        """);

    /// <summary>Waits until the service has done what the reports gave it to do: clocks are set, deadlines told, all is projected.</summary>
    public Task Quiet() => Wait.Until(
        async _ => await Ask(
            """
            select not exists (select from view_report where data->'clocks'->>'sweep' is not null and (data->'clocks'->>'sweep')::bigint <= (extract(epoch from now()) * 1000)::bigint)
               and (select min(last_seq_id) from mt_event_progression where name like 'projection:%') >= (select max(seq_id) from mt_events)
            """),
        "The end of what the reports lead to", TimeSpan.FromMinutes(5), default);

    private async Task<bool> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Reports from a number up to another; the last is today's newest.</summary>
    public async Task Fill(int from, int to, int all)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await Execute("alter table mt_events disable trigger all");    // what refers to streams is right as it is written
        await using (var newest = new NpgsqlCommand("select coalesce(max(seq_id), 1000) from mt_events", connection)) position = (long)(await newest.ExecuteScalarAsync())!;
        var now = DateTimeOffset.UtcNow;
        for (var start = from; start < to; start += 20_000)
        {
            var reports = Enumerable.Range(start, Math.Min(20_000, to - start)).AsParallel().AsOrdered().Select(number => new MadeUpReport(number, all - number, now)).ToList();
            await Write(connection, reports);
        }

        await Execute("alter table mt_events enable trigger all");
        await Settle();
    }

    /// <summary>Whether it was filled with so many; 0: whether it was prepared.</summary>
    public Task<bool> Has(int count) => Ask(count == 0 ? "select count(*) >= 1 from view_organisation" : $"select count(*) >= {count} from projection_report_fact");

    private async Task Write(NpgsqlConnection connection, List<MadeUpReport> reports)
    {
        var first = new long[reports.Count];
        for (var n = 0; n < reports.Count; n++) (first[n], position) = (position + 1, position + reports[n].Events.Count);
        await Copy(connection, "mt_streams (id, type, version, timestamp, created)", reports, first, async (writer, report, _) => await Values(writer, report.Id, "report", (long)report.Events.Count, report.Row.SubmittedAt, report.Row.SubmittedAt));
        await Copy(connection, "mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name)", reports, first, Events);
        await Copy(connection, "view_report (view, id, version, created_position, position, data)", reports, first, async (writer, report, at) =>
            await Values(writer, "report", report.Id, (long)report.Events.Count, at, at + report.Events.Count - 1, new Body(MadeUpReport.Write(report.Row))));
        await Copy(connection, "projection_report_fact (id, version, created_position, position, data)", reports, first, async (writer, report, at) =>
            await Values(writer, report.Id, (long)report.Events.Count, at, at + report.Events.Count - 1, new Body(MadeUpReport.Write(report.Fact))));
    }

    private static async Task Events(NpgsqlBinaryImporter writer, MadeUpReport report, long at)
    {
        for (var n = 0; n < report.Events.Count; n++)
        {
            var happened = report.Events[n];
            if (n > 0) await writer.StartRowAsync();
            await Values(writer, at + n, Guid.CreateVersion7(), report.Id, n + 1L, new Body(MadeUpReport.Write(happened)), happened.GetType().GetCustomAttribute<StoredAttribute>()!.Name, report.Row.SubmittedAt, "benchmark");
        }
    }

    private static async Task Copy(NpgsqlConnection connection, string table, List<MadeUpReport> reports, long[] first, Func<NpgsqlBinaryImporter, MadeUpReport, long, Task> write)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)");
        for (var n = 0; n < reports.Count; n++)
        {
            await writer.StartRowAsync();
            await write(writer, reports[n], first[n]);
        }

        await writer.CompleteAsync();
    }

    private static async Task Values(NpgsqlBinaryImporter writer, params object[] values)
    {
        foreach (var value in values)
            if (value is Body(var json)) await writer.WriteAsync(json, NpgsqlDbType.Jsonb);
            else if (value is DateTimeOffset time) await writer.WriteAsync(time.UtcDateTime, NpgsqlDbType.TimestampTz);
            else if (value is string text) await writer.WriteAsync(text, NpgsqlDbType.Text);
            else await writer.WriteAsync(value);
    }

    /// <summary>All that follows events has followed these; statistics are those of a table that has been there for long.</summary>
    private async Task Settle()
    {
        await Execute($"select setval('mt_events_sequence', {position})");
        await Execute(
            $"""
            insert into mt_event_progression as p (name, last_seq_id)
            select name, {position} from (select 'relay' as name union select 'projection:' || substr(tablename, 12) from pg_tables where tablename like 'projection\_%') n
            on conflict (name) do update set last_seq_id = excluded.last_seq_id
            """);
        foreach (var table in new[] { "mt_streams", "mt_events", "view_report", "projection_report_fact", "view_organisation" }) await Execute($"vacuum analyze {table}");
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Body(string Json);
}
