using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Ecosystem.Feedback.Proofs;

/// <summary>An event exactly as it stands in the store.</summary>
/// <param name="Time">The store's time as it goes into the hash.</param>
/// <param name="Data">The store's own text of the JSON.</param>
public sealed record StoredEvent(long Position, Guid Stream, long Version, Guid Id, string Type, DateTimeOffset At, string Time, string Data, string? TraceId)
{
    /// <summary>
    /// The event's link in its report's chain: SHA-256 of the link before it (32 zero bytes for the first) and of stream, version, id, type,
    /// time and data, each on a line. So no event can be changed, left out or put in without changing all links after it.
    /// </summary>
    public byte[] Link(byte[] before) => SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes($"{Stream}\n{Version}\n{Id}\n{Type}\n{Time}\n{Data}")]);

    /// <summary>The links of a report's events, first to last.</summary>
    public static IEnumerable<byte[]> Chain(IEnumerable<StoredEvent> events)
    {
        var link = new byte[32];
        foreach (var stored in events) yield return link = stored.Link(link);
    }
}

/// <summary>Reads reports' events as they are stored, without understanding them.</summary>
public sealed class StoredEvents(NpgsqlDataSource database)
{
    private const string Select =
        """
        select e.seq_id, e.stream_id, e.version, e.id, e.type, e.timestamp, to_char(e.timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.data::text, split_part(e.headers->>'traceparent', '-', 2)
        from mt_events e
        """;

    public Task<List<StoredEvent>> Of(Guid stream, CancellationToken ct) => Read($"{Select} where e.stream_id = $1 order by e.version", ct, stream);

    /// <summary>All events, from the first on, of the reports to which something happened between two times; by report.</summary>
    public Task<List<StoredEvent>> Touched(DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => Read(
        $"""
        {Select} where e.timestamp < $2 and e.stream_id in (
          select t.stream_id from mt_events t join mt_streams s on s.id = t.stream_id where s.type = 'report' and t.timestamp >= $1 and t.timestamp < $2)
        order by e.stream_id, e.version
        """,
        ct, from, to);

    /// <summary>When the first event of all was stored; null where there is none.</summary>
    public Task<DateTimeOffset?> Began(CancellationToken ct) => Time("select timestamp from mt_events order by seq_id limit 1", ct);

    /// <summary>When the first report event between two times was stored; null where there is none.</summary>
    public Task<DateTimeOffset?> FirstBetween(DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => Time(
        "select min(e.timestamp) from mt_events e join mt_streams s on s.id = e.stream_id where s.type = 'report' and e.timestamp >= $1 and e.timestamp < $2", ct, from, to);

    private async Task<DateTimeOffset?> Time(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(ct) is DateTime time ? new DateTimeOffset(time, TimeSpan.Zero) : null;
    }

    private async Task<List<StoredEvent>> Read(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<StoredEvent> events = [];
        while (await reader.ReadAsync(ct))
            events.Add(new(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetGuid(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6), reader.GetString(7),
                reader.IsDBNull(8) ? null : reader.GetString(8)));
        return events;
    }
}
