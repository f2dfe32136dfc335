using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>How far a subscription is.</summary>
/// <param name="Name">A projection, the relay, or a queue that catches up.</param>
/// <param name="Position">The last log position that it has worked off.</param>
/// <param name="Behind">Log positions between it and the newest event.</param>
public sealed record SubscriptionStatus(string Name, long Position, long Behind);

/// <summary>How far a service's event store and all that reads it are.</summary>
/// <param name="Head">Log position of the newest event.</param>
/// <param name="Subscriptions">Everything that follows the log.</param>
/// <param name="WaitingFor">The subscriber's queue for which the relay waits, or null.</param>
/// <param name="Trouble">Why the relay cannot publish at the moment, or null.</param>
public sealed record StoreStatus(long Head, IReadOnlyList<SubscriptionStatus> Subscriptions, string? WaitingFor, string? Trouble);

/// <summary>What operators look at and repair.</summary>
public sealed class Operations
{
    /// <summary>Says nothing for good: the other rebuild ends, also that of a process that is gone.</summary>
    public static readonly Problem BeingRebuilt = new("projection-being-rebuilt", 409, "This projection is being made anew already.", "Bảng tổng hợp này đang được dựng lại.");

    private static readonly Problem NoSuchProjection = new("no-such-projection", 404, "There is no projection of that name.", "Không có bảng tổng hợp tên này.");

    private readonly NpgsqlDataSource database;
    private readonly IReadOnlyList<IProjection> projections;
    private readonly Rebuild rebuild;
    private readonly RelayState relay;

    internal Operations(NpgsqlDataSource database, IReadOnlyList<IProjection> projections, Rebuild rebuild, RelayState relay) =>
        (this.database, this.projections, this.rebuild, this.relay) = (database, projections, rebuild, relay);

    public async Task<StoreStatus> Status(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var head = await Checkpoints.Head(connection, ct);
        await using var command = new NpgsqlCommand("select name, last_seq_id from mt_event_progression order by name", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<SubscriptionStatus> subscriptions = [];
        while (await reader.ReadAsync(ct)) subscriptions.Add(new(reader.GetString(0), reader.GetInt64(1), head - reader.GetInt64(1)));
        return new(head, subscriptions, relay.WaitingFor, relay.Trouble);
    }

    /// <summary>Lets the relay publish again all events after a position. Every effect still happens once.</summary>
    /// <param name="endpoint">The only queue to send to, e.g. of a new consumer that asks for the past; null: all.</param>
    public async Task Rewind(long position, string? endpoint, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with moved as (
              insert into mt_event_progression as p (name, last_seq_id, last_updated) values ($1, $3, clock_timestamp())
              on conflict (name) do update set last_seq_id = least(p.last_seq_id, $2), last_updated = excluded.last_updated
            )
            select pg_notify('mt_events_appended', '')
            """);
        command.With(endpoint is null ? Relay.Checkpoint : CatchUps.CheckpointOf(endpoint), position, endpoint is null ? 0L : position);    // a relay that never published must not start ahead
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The position before the first event at or after a time.</summary>
    public async Task<long> PositionBefore(DateTimeOffset time, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select coalesce(min(seq_id) - 1, (select coalesce(max(seq_id), 0) from mt_events)) from mt_events where timestamp >= $1");
        command.With(time.ToUniversalTime());
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <exception cref="Refused">There is no projection of that name.</exception>
    public void RequireProjection(string name) => Known(name);

    /// <summary>Makes a projection anew beside the live one and swaps them.</summary>
    /// <param name="progress">Hears how far it is, in percent.</param>
    /// <returns>Events worked off.</returns>
    public Task<long> RebuildProjection(string name, CancellationToken ct, Action<int>? progress = null) => rebuild.Run(Known(name), progress ?? (_ => { }), ct);

    private IProjection Known(string name) => projections.FirstOrDefault(projection => projection.Name == name) ?? throw new Refused(NoSuchProjection);
}
