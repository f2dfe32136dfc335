using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Keeps a projection up: its rows and its checkpoint move in one transaction, so every event counts exactly once.</summary>
internal sealed class ProjectionRunner(IProjection projection, EventTypes types, TimeProvider clock)
{
    private const int Batch = 1_000;

    public async Task<bool> Step(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var position = await Checkpoints.Get(connection, projection.Checkpoint, ct, andHold: true);
        var events = await Recorded.After(connection, position, Batch, types, ct);
        if (events.Count == 0) return false;
        var rows = projection.Rows(connection, projection.Table);
        await rows.Fold(events, ct);
        await rows.Save(ct);
        await Checkpoints.Move(connection, projection.Checkpoint, position, events[^1].Position, ct);
        await connection.Execute("notify projected", ct);
        await transaction.CommitAsync(ct);
        Telemetry.Lag.Record((clock.GetUtcNow() - events[0].At).TotalSeconds, new KeyValuePair<string, object?>("subscription", projection.Checkpoint));
        return events.Count == Batch;
    }
}
