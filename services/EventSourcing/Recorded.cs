using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>An event as it stands in the log.</summary>
/// <param name="Position">Place in the service's log: higher = committed later.</param>
/// <param name="Version">Place in its stream, from 1.</param>
/// <param name="Data">The event; null where this program does not know its stored name.</param>
/// <param name="At">The store's clock at the append, UTC.</param>
/// <param name="TraceParent">W3C trace context of the request that caused it, or null.</param>
public sealed record Recorded(
    long Position, Guid EventId, Guid StreamId, long Version, string Type, object? Data, DateTimeOffset At, string? By, string? TraceParent)
{
    internal string? RequestKey { get; init; }

    internal string? RequestHash { get; init; }

    internal const string Columns = "seq_id, id, stream_id, version, type, data, timestamp, user_name, headers->>'traceparent', headers->>'key', headers->>'hash'";

    internal static async Task<List<Recorded>> ReadAll(NpgsqlDataReader reader, EventTypes types, CancellationToken ct)
    {
        List<Recorded> events = [];
        while (await reader.ReadAsync(ct)) events.Add(Read(reader, types));
        return events;
    }

    /// <summary>The next events after a position, in commit order.</summary>
    internal static async Task<List<Recorded>> After(NpgsqlConnection connection, long position, int limit, EventTypes types, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from mt_events where seq_id > $1 order by seq_id limit $2", connection).With(position, limit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await ReadAll(reader, types, ct);
    }

    private static Recorded Read(NpgsqlDataReader reader, EventTypes types)
    {
        var type = reader.GetString(4);
        return new(
            reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt64(3), type,
            types.Read(type, reader.GetFieldValue<byte[]>(5)), reader.GetFieldValue<DateTimeOffset>(6), Text(reader, 7), Text(reader, 8))
        {
            RequestKey = Text(reader, 9),
            RequestHash = Text(reader, 10),
        };
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
