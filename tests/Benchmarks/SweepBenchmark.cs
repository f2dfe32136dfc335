using System.Text.Json;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;
using Ecosystem.Local;
using Npgsql;

namespace Ecosystem.Benchmarks;

/// <summary>10,000 deadlines missed at once among 200,000 open reports: how long until all are escalated, and that no other report is touched.</summary>
internal static class SweepBenchmark
{
    private const int Due = 10_000;
    private const int Goal = 10;

    /// <summary>In which a load was submitted: ids begin with their time, as the service makes them.</summary>
    private const double SecondsOfAWeek = 7 * 24 * 3600;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task Run(Figures figures)
    {
        var servers = new Servers(Workspace.OfTests);
        var backends = await servers.Separate($"bench{Guid.NewGuid():N}"[..12]);
        await using var city = new LocalEcosystem(Workspace.OfTests, backends, new());
        await city.Start();
        var address = new NpgsqlConnectionStringBuilder(backends.Postgres) { CommandTimeout = 600 };
        address.Database += "_feedback";
        await using var database = NpgsqlDataSource.Create(address);
        foreach (var open in new[] { 10_000, 200_000 }) await Measure(figures, database, open);
    }

    private static async Task Measure(Figures figures, NpgsqlDataSource database, int open)
    {
        var now = DateTimeOffset.UtcNow;
        await Load(database, open, now.AddDays(5));
        foreach (var rest in (string[])["vacuum analyze", "checkpoint"]) await Execute(database, rest);    // what was loaded at once is not what a day writes
        var watermark = await Number(database, "select max(seq_id) from mt_events");
        await Load(database, Due, now.AddMinutes(-1));
        var committed = await Number(database, "select (extract(epoch from clock_timestamp()) * 1000)::bigint");
        await Wait.Until(async _ => await Number(database, AnyDue, now.ToUnixTimeMilliseconds()) == 0, "The end of the sweep", TimeSpan.FromMinutes(2), default);
        var last = await Number(database, "select (extract(epoch from max(timestamp)) * 1000)::bigint from mt_events where type = 'report_escalated' and seq_id > $1", watermark);
        if (await Number(database, "select count(*) from mt_streams s where version > 4 and not exists (select from mt_events e where e.stream_id = s.id and e.type = 'report_escalated')") > 0
            || await Number(database, Escalated, watermark) != Due)
            throw new InvalidOperationException("The sweep touched what is not due, or something twice.");
        figures.AtMost($"sweep of {Due} due among {open} open", (last - committed) / 1000.0, "s", Goal);
        Figures.Tell($"looking for what is due among {open}", await Look(database), "ms");
    }

    private const string AnyDue = $"select count(*) from (select from {DueReports} limit 1) due";

    private const string DueReports = "view_report where data->'clocks'->>'sweep' is not null and (data->'clocks'->>'sweep')::bigint <= $1";

    private const string Escalated = "select count(*) from mt_events where type = 'report_escalated' and seq_id > $1";

    private static async Task<long> Number(NpgsqlDataSource database, string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What an instance asks every second when nothing is due.</summary>
    private static async Task<double> Look(NpgsqlDataSource database)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var nr = 0; nr < 100; nr++)
            await Number(database, $"select count(*) from (select from {DueReports} order by (data->'clocks'->>'sweep')::bigint, id limit 500) due", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        return watch.Elapsed.TotalMilliseconds / 100;
    }

    /// <summary>Reports as the service itself would have stored them, accepted and with one deadline ahead; others have heard of them already.</summary>
    private static async Task Load(NpgsqlDataSource database, int count, DateTimeOffset due)
    {
        var events = Course(due);
        var row = events.Aggregate(default(ReportRow), (before, happened) => ReportRow.Fold(before, Guid.Empty, happened));
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = Enumerable.Range(0, count).Select(nr => Guid.CreateVersion7(due.AddDays(-7).AddSeconds(nr * SecondsOfAWeek / count))).ToArray() });
        command.Parameters.Add(new() { Value = events.Select(StoredName).ToArray() });
        command.Parameters.Add(new() { Value = events.Select(happened => JsonSerializer.Serialize(happened, happened.GetType(), Json)).ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(row, Json), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static ReportEvent[] Course(DateTimeOffset due)
    {
        var (submitted, calendar) = (due.AddDays(-7), Calendar.Build([]));
        var limits = Limits.Of(LimitTable.ShippedRules, new("lighting"))!;
        var first = new Deadline(limits.FirstResponse.From(submitted, calendar), submitted.AddDays(1));
        return
        [
            new ReportSubmitted("citizen-bench", "lighting", "00082", new Sealed("AAAA"), submitted),
            new ReportAssigned("01.00082.UBND", submitted),
            new ReportAccepted(submitted.AddHours(1), "01.00082.UBND"),
            new DeadlinesSet("01", 0, null, limits, new(first, null, new(due, due.AddSeconds(-1))), submitted.AddHours(1)),
        ];
    }

    private static string StoredName(ReportEvent happened) =>
        ((StoredAttribute)Attribute.GetCustomAttribute(happened.GetType(), typeof(StoredAttribute))!).Name;

    private const string Insert =
        """
        with made as materialized (select unnest($1::uuid[]) as id),
        locked as materialized (select pg_advisory_xact_lock(7239847001)),
        streams as (insert into mt_streams (id, type, version) select id, 'report', 4 from made, locked),
        events as (
          insert into mt_events (seq_id, id, stream_id, version, data, type)
          select nextval('mt_events_sequence'), gen_random_uuid(), made.id, e.version, e.data, e.type
          from made, locked, unnest($2::text[], $3::jsonb[]) with ordinality e(type, data, version)
          returning seq_id, stream_id, version
        ),
        shown as (
          insert into views (view, id, version, created_position, position, data)
          select 'report', stream_id, 4, seq_id - 3, seq_id, $4 from events where version = 4 returning 1
        )
        update mt_event_progression set last_seq_id = (select max(seq_id) from events)
        """;
}
