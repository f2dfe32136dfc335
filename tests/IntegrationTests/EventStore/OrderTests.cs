using Npgsql;

namespace Ecosystem.IntegrationTests.EventStore;

public sealed class OrderTests
{
    /// <summary>The promise: whoever has read up to a position never misses an event that commits later with a smaller one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_tailing_reader_misses_nothing_while_random_writers_commit_and_roll_back(int seed)
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        using var done = new CancellationTokenSource();
        var reading = Tail(one.Database, done.Token);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Write(one, new Random(seed * 100 + writer))));
        await done.CancelAsync();

        var stored = await one.Scalar<long>("select count(*) from mt_events");
        Assert.Equal(stored, (await reading).Count);
        Assert.True(await one.Scalar<long>("select max(seq_id) from mt_events") > stored, "The rolled back writers left no gaps: the test did not try what it says.");
    }

    private static async Task Write(Instance instance, Random random)
    {
        for (var n = 0; n < 60; n++)
        {
            if (random.Next(3) == 0) await RollBack(instance.Database, random);
            else await instance.Add(Guid.CreateVersion7(), n);
        }
    }

    /// <summary>A foreign writer that takes sequence numbers, dawdles and gives up.</summary>
    private static async Task RollBack(NpgsqlDataSource database, Random random)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var append = new NpgsqlCommand(
            """
            select * from (select gen_random_uuid() as stream) s, append_events(array[stream], array['parcel'], array[0::bigint], array[1],
              array[1], array[stream], array[1::bigint], array[gen_random_uuid()], array['weight_added'], array[''], array['{"shelf":"A","grams":1}'::jsonb],
              array['{}'::jsonb], array[null], array[null], array['rolled back'], array[null], array[null::jsonb]), pg_sleep($1)
            """,
            connection) { Parameters = { new() { Value = random.NextDouble() / 200 } } };
        await append.ExecuteNonQueryAsync();
        await transaction.RollbackAsync();
    }

    private static async Task<HashSet<long>> Tail(NpgsqlDataSource database, CancellationToken done)
    {
        HashSet<long> seen = [];
        for (var (last, final) = (0L, false); ;)
        {
            final = done.IsCancellationRequested;
            await using var command = database.CreateCommand("select seq_id from mt_events where seq_id > $1 order by seq_id");
            command.Parameters.Add(new() { Value = last });
            await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
            while (await reader.ReadAsync(CancellationToken.None)) seen.Add(last = reader.GetInt64(0));
            if (final) return seen;
        }
    }
}
