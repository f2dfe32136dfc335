using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Who did what when to one thing.</summary>
/// <param name="Type">What happened, by its stored name, e.g. report_answered.</param>
/// <param name="By">Subject identifier of who did it; null where that is not to be seen, or nobody did it.</param>
/// <param name="TraceId">The trace of the request, 32 hexadecimal digits.</param>
public sealed record HistoryEntry(long Version, long Position, string Type, DateTimeOffset At, string? By, string? TraceId);

/// <summary>Reads single streams.</summary>
public sealed class StreamLog
{
    private readonly NpgsqlDataSource database;
    private readonly EventTypes types;

    internal StreamLog(NpgsqlDataSource database, EventTypes types) => (this.database, this.types) = (database, types);

    /// <summary>All that happened to a thing, first to last; empty when there is no such thing.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> History(Guid id, CancellationToken ct) =>
        [.. (await After(id, 0, ct)).Select(recorded => new HistoryEntry(
            recorded.Version, recorded.Position, recorded.Type, recorded.At, recorded.By, recorded.TraceParent?.Split('-')[1]))];

    internal Task<List<Recorded>> After(Guid id, long version, CancellationToken ct) => Read("mt_events where stream_id = $1 and version > $2", ct, id, version);

    internal Task<List<Recorded>> UpTo(Guid id, DateTimeOffset time, CancellationToken ct) => Read("mt_events where stream_id = $1 and timestamp <= $2", ct, id, time.ToUniversalTime());

    /// <summary>All events of many streams, each one's in order. Stream by stream: "any" would read the whole log where PostgreSQL has counted nothing yet.</summary>
    internal Task<List<Recorded>> Of(Guid[] ids, CancellationToken ct) =>
        Read("unnest($1) as wanted (stream) cross join lateral (select * from mt_events where stream_id = wanted.stream order by version) e", ct, ids);

    internal NewEvent New<TEvent>(TEvent happened) where TEvent : notnull
    {
        var (name, dotnetType) = types.NameOf(happened.GetType());
        return new(Guid.CreateVersion7(), name, dotnetType, EventTypes.Write(happened));
    }

    private async Task<List<Recorded>> Read(string from, CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand($"select {Recorded.Columns} from {from} order by version");
        command.With(values);
        await using var reader = await command.Read(ct);
        return await Recorded.ReadAll(reader, types, ct);
    }
}
