using Npgsql;

namespace Ecosystem.Benchmarks;

/// <summary>Appends (new stream, one view, full headers) against plain single-row INSERTs of the same size at the same concurrency, in turns.</summary>
internal static class AppendBenchmark
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task Run(Figures figures)
    {
        await using var store = await Store.Start();
        var database = store.Get<NpgsqlDataSource>();
        await Execute(database, "create table plain (id bigint generated always as identity primary key, stream_id uuid not null, data jsonb not null)");
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
        await using var command = database.CreateCommand("insert into plain (stream_id, data) values ($1, $2::jsonb)");
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = Body });
        await command.ExecuteNonQueryAsync();
    }

    private static readonly string Body = System.Text.Json.JsonSerializer.Serialize(Store.Event);

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
