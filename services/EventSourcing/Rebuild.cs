using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Makes a projection anew from the first event, beside the live table, and swaps the two when it has caught up.</summary>
internal sealed class Rebuild(NpgsqlDataSource sessions, EventTypes types)
{
    private const int Batch = 10_000;
    private const int MostUnsaved = 100_000;

    /// <returns>Events worked off.</returns>
    /// <exception cref="Refused">Another rebuild of it is under way, here or on another instance.</exception>
    public async Task<long> Run(IProjection projection, Action<int> progress, CancellationToken ct)
    {
        await using var connection = await sessions.OpenConnectionAsync(ct);
        if (!await connection.TryLock($"rebuild {projection.Name}", ct)) throw new Refused(Operations.BeingRebuilt);
        var next = $"{projection.Table}_next";
        await connection.Execute($"drop table if exists {next}; create table {next} (like {projection.Table} including all)", ct);
        try
        {
            return await Swap(connection, projection, next, progress, ct);
        }
        catch (OperationCanceledException)
        {
            await connection.Execute($"drop table if exists {next}", CancellationToken.None);
            throw;
        }
    }

    private async Task<long> Swap(NpgsqlConnection connection, IProjection projection, string next, Action<int> progress, CancellationToken ct)
    {
        var rows = projection.Rows(connection, next);
        var (position, count) = await CatchUp(rows, 0, await Checkpoints.Head(connection, ct), progress, ct);

        await using var transaction = await connection.BeginTransactionAsync(ct);
        var live = await Checkpoints.Get(connection, projection.Checkpoint, ct, andHold: true);   // the live runner waits here until the swap
        var (_, rest) = await CatchUp(rows, position, live, _ => { }, ct);
        await connection.Execute($"drop table {projection.Table}; alter table {next} rename to {projection.Table}", ct);
        await transaction.CommitAsync(ct);
        return count + rest;
    }

    /// <summary>Reads ahead on a session of its own while the batch before is folded.</summary>
    private async Task<(long Position, long Count)> CatchUp(IProjectedRows rows, long position, long upTo, Action<int> progress, CancellationToken ct)
    {
        await using var reading = await sessions.OpenConnectionAsync(ct);
        var count = 0L;
        for (var events = await Read(reading, position, upTo, ct); events.Count > 0;)
        {
            (position, count) = (events[^1].Position, count + events.Count);
            var following = Read(reading, position, upTo, ct);
            await rows.Fold(events, ct);
            if (rows.Unsaved > MostUnsaved) await rows.Save(ct);
            progress((int)(position * 100 / upTo));
            events = await following;
        }

        await rows.Save(ct);
        return (position, count);
    }

    private async Task<List<Recorded>> Read(NpgsqlConnection connection, long position, long upTo, CancellationToken ct)
    {
        if (position >= upTo) return [];
        var events = await Recorded.After(connection, position, Batch, types, ct);
        events.RemoveAll(recorded => recorded.Position > upTo);
        return events;
    }
}
