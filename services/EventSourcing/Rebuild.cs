using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Makes a projection anew from the first event, beside the live table, and swaps the two when it has caught up.</summary>
internal sealed class Rebuild(NpgsqlDataSource database, EventTypes types)
{
    private const int Batch = 10_000;

    /// <returns>Events worked off.</returns>
    public async Task<long> Run(IProjection projection, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var next = $"{projection.Table}_next";
        await Execute(connection, $"drop table if exists {next}; create table {next} (like {projection.Table} including all)", ct);
        var (position, count) = await CatchUp(connection, projection, next, 0, await Checkpoints.Head(connection, ct), ct);

        await using var transaction = await connection.BeginTransactionAsync(ct);
        var live = await Checkpoints.Get(connection, projection.Checkpoint, ct, andHold: true);   // the live runner waits here until the swap
        var (_, rest) = await CatchUp(connection, projection, next, position, live, ct);
        await Execute(connection, $"drop table {projection.Table}; alter table {next} rename to {projection.Table}", ct);
        await transaction.CommitAsync(ct);
        return count + rest;
    }

    private async Task<(long Position, long Count)> CatchUp(NpgsqlConnection connection, IProjection projection, string table, long position, long upTo, CancellationToken ct)
    {
        var count = 0L;
        while (position < upTo)
        {
            var events = await Recorded.After(connection, position, Batch, types, ct);
            events.RemoveAll(recorded => recorded.Position > upTo);
            if (events.Count == 0) break;
            await projection.Apply(connection, table, events, ct);
            (position, count) = (events[^1].Position, count + events.Count);
        }

        return (position, count);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
