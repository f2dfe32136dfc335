using System.Diagnostics;
using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Benchmarks;

/// <summary>A simple projection made anew from 100,000 events in 20,000 streams.</summary>
internal static class RebuildBenchmark
{
    private const int Streams = 20_000;
    private const int Events = 100_000;

    public static async Task Run(Figures figures)
    {
        await using var store = await Store.Start(projection: true);
        await Seed(store);
        var operations = store.Get<Operations>();
        await operations.RebuildProjection("shipment", default);
        var watch = Stopwatch.StartNew();
        var count = await operations.RebuildProjection("shipment", default);
        var seconds = watch.Elapsed.TotalSeconds;
        if (count != Events || await Check(store) != (Streams, Events)) throw new InvalidOperationException("The rebuilt projection is not complete.");
        figures.AtLeast("projection rebuild", count / seconds, "events/s", 60_000);
    }

    private static async Task Seed(Store store)
    {
        var ids = Enumerable.Range(0, Streams).Select(_ => Guid.CreateVersion7()).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, Events / Streams).SelectMany(_ => ids), new ParallelOptions { MaxDegreeOfParallelism = 128 },
            async (id, _) => await store.Append(id, create: false));
    }

    private static async Task<(long Rows, long Moves)> Check(Store store)
    {
        await using var command = store.Get<NpgsqlDataSource>().CreateCommand("select count(*), sum((data->>'moves')::bigint)::bigint from projection_shipment");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
