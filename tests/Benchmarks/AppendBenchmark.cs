using System.Text.Json;
using Npgsql;

namespace Ecosystem.Benchmarks;

/// <summary>
/// Appends (new stream, one event with full headers, one view) against plain single-row INSERTs of the same size at the same
/// concurrency, in turns: the same event with the same headers into a table with the columns and indexes of the events' own.
/// </summary>
internal static class AppendBenchmark
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task Run(Figures figures)
    {
        await using var store = await Store.Start();
        var database = store.Get<NpgsqlDataSource>();
        await Execute(database, "create sequence plain_sequence; create table plain (like mt_events including all); alter table plain alter seq_id set default nextval('plain_sequence')");
        await Load.Closed(8, Round, () => Insert(database));
        await Load.Closed(8, Round, () => store.Append(Guid.CreateVersion7(), create: true));
        foreach (var (callers, goal) in new[] { (1, 0.5), (8, 1.0), (32, 2.0), (128, 2.0) }) await Compare(figures, store, database, callers, goal);
    }

    private static async Task Compare(Figures figures, Store store, NpgsqlDataSource database, int callers, double goal)
    {
        List<double> inserts = [], appends = [];
        for (var round = 0; round < 3; round++)
        {
            inserts.Add((await Load.Closed(callers, Round, () => Insert(database))).PerSecond);
            var before = await Count(database);
            var (count, perSecond) = await Load.Closed(callers, Round, () => store.Append(Guid.CreateVersion7(), create: true));
            if (await Count(database) - before != count) throw new InvalidOperationException("What was acknowledged is not there.");
            appends.Add(perSecond);
        }

        Figures.Tell($"inserts at {callers}", Load.Percentile(inserts, 0.5), "1/s");
        Figures.Tell($"appends at {callers}", Load.Percentile(appends, 0.5), "1/s");
        figures.AtLeast($"appends/inserts at {callers}", Load.Percentile(appends, 0.5) / Load.Percentile(inserts, 0.5), "ratio", goal);
    }

    private static async Task<long> Count(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select count(*) from mt_events e join view_shipment v on v.id = e.stream_id");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Insert(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            insert into plain (id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, user_name, headers)
            values ($1, $2, 1, $3::jsonb, 'shipment_moved', now(), $4, $5, 'citizen-000123456', $6::jsonb)
            """);
        foreach (var value in new object[] { Guid.CreateVersion7(), Guid.CreateVersion7(), Body, typeof(ShipmentMoved).AssemblyQualifiedName!, Trace, Headers })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private static readonly string Body = JsonSerializer.Serialize(Store.Event);

    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly string Headers = JsonSerializer.Serialize(new { traceparent = $"00-{Trace}-b7ad6b7169203331-01", key = $"citizen-000123456:{Guid.Empty}", hash = "0123456789abcdef" });

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
