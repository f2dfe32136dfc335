using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Whether lists already show what a caller has written.</summary>
public sealed class Positions
{
    private readonly NpgsqlDataSource database;
    private readonly Wakeups wakeups;
    private readonly string[] checkpoints;

    internal Positions(NpgsqlDataSource database, Wakeups wakeups, IEnumerable<IProjection> projections) =>
        (this.database, this.wakeups, checkpoints) = (database, wakeups, [.. projections.Select(projection => projection.Checkpoint)]);

    /// <summary>Waits until every projection of the service has reached a position.</summary>
    /// <returns>False when the time was up first.</returns>
    public async Task<bool> Reached(long position, TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            while (true)
            {
                var wakeup = wakeups.NextProjected;
                if (await Slowest(limit.Token) >= position) return true;
                await Wakeups.Wait(wakeup, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<long> Slowest(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select coalesce(min(coalesce(p.last_seq_id, 0)), 9223372036854775807) from unnest($1) c left join mt_event_progression p on p.name = c");
        command.With([checkpoints]);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
