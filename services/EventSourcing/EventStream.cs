namespace Ecosystem.EventSourcing;

/// <summary>State of a stream as read, with its version and position for ETag and Position.</summary>
public sealed record Loaded<TState>(TState State, long Version, long Position) : IPositioned;

/// <summary>Streams of one kind: load, decide, store. One instance a request or message.</summary>
public sealed class EventStream<TState, TEvent> where TEvent : notnull
{
    private const int MostAttempts = 100;

    private readonly StreamDefinition<TState, TEvent> definition;
    private readonly StreamLog reader;
    private readonly Appender appender;
    private readonly Cause cause;

    internal EventStream(StreamDefinition<TState, TEvent> definition, StreamLog reader, Appender appender, Cause cause) =>
        (this.definition, this.reader, this.appender, this.cause) = (definition, reader, appender, cause);

    /// <summary>
    /// Decides on the stream's state and stores the events. When somebody else was faster, decides again on the new state.
    /// A repeat of an earlier request (same Idempotency-Key) answers as that one did.
    /// </summary>
    /// <param name="decide">Pure; an empty list means that it is already so.</param>
    /// <exception cref="Refused">The rules say no, If-Match does not hold, the key was used for another request, or the store is away.</exception>
    public async Task<Appended<TState, TEvent>> Append(Guid id, Func<TState, IReadOnlyList<TEvent>> decide, CancellationToken ct)
    {
        using var turn = await definition.Turn(id, ct);
        return definition.Recent(id) is { } recent
            ? await Settle(id, recent, isCurrent: false, decide, ct)
            : await Settle(id, await Refresh(id, definition.Start(id), ct), isCurrent: true, decide, ct);
    }

    /// <summary>As <see cref="Append"/>, for a stream that is new but for repeats: saves reading what is hardly ever there.</summary>
    public Task<Appended<TState, TEvent>> Create(Guid id, Func<TState, IReadOnlyList<TEvent>> decide, CancellationToken ct) =>
        Settle(id, definition.Recent(id) ?? definition.Start(id), isCurrent: false, decide, ct);

    /// <summary>Reads streams that are to be decided on next in one query, some hundred at a time: an <see cref="Append"/> that follows reads nothing.</summary>
    public async Task Recall(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var unknown = ids.Where(id => definition.Recent(id) is null).ToArray();
        foreach (var stream in (await reader.Of(unknown, ct)).GroupBy(recorded => recorded.StreamId))
            definition.Keep(stream.Key, definition.Fold(definition.Start(stream.Key), stream.Key, [.. stream]));
    }

    /// <summary>The state now, or as the store had it at <paramref name="asOf"/>; a stream without events gives its start state, version 0.</summary>
    public async Task<Loaded<TState>> Load(Guid id, CancellationToken ct, DateTimeOffset? asOf = null)
    {
        var folded = await Read(id, asOf, ct);
        return new(folded.State, folded.Version, folded.Position);
    }

    /// <summary>The stream's view now, or as it was at <paramref name="asOf"/>, folded from the events; null when there was none.</summary>
    public async Task<Row<TRow>?> View<TRow>(Guid id, CancellationToken ct, DateTimeOffset? asOf = null) where TRow : class
    {
        var folded = await Read(id, asOf, ct);
        return folded.View is TRow row ? new(id, folded.Version, folded.Position, row) : null;
    }

    private async Task<Folded<TState>> Read(Guid id, DateTimeOffset? asOf, CancellationToken ct) => asOf is null
        ? await Refresh(id, definition.Recent(id) ?? definition.Start(id), ct)
        : definition.Fold(definition.Start(id), id, await reader.UpTo(id, asOf.Value, ct));

    private async Task<Folded<TState>> Refresh(Guid id, Folded<TState> folded, CancellationToken ct)
    {
        var fresh = definition.Fold(folded, id, await reader.After(id, folded.Version, ct));
        if (fresh.Version > 0) definition.Keep(id, fresh);
        return fresh;
    }

    private async Task<Appended<TState, TEvent>> Settle(Guid id, Folded<TState> folded, bool isCurrent, Func<TState, IReadOnlyList<TEvent>> decide, CancellationToken ct)
    {
        using var span = Telemetry.Source.StartActivity($"append {definition.Name}");
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await Attempt(id, folded, isCurrent, decide, ct) is { } done) return done;
            folded = await Refresh(id, folded, ct);
            isCurrent = true;
        }

        throw new Refused(Problem.Busy);
    }

    /// <summary>Null: the state was old, read on and try again. A remembered state may say yes, but never no: only the store knows.</summary>
    private async Task<Appended<TState, TEvent>?> Attempt(Guid id, Folded<TState> folded, bool isCurrent, Func<TState, IReadOnlyList<TEvent>> decide, CancellationToken ct)
    {
        if (cause.StoredKey is { } key && folded.Requests.TryGetValue(key, out var earlier)) return await Repeat(id, folded, earlier, ct);
        IReadOnlyList<TEvent> events;
        try
        {
            if (cause.ExpectedVersion is { } expected && expected != folded.Version) throw new Refused(Problem.VersionMismatch);
            events = decide(folded.State);
        }
        catch (Exception) when (!isCurrent)
        {
            return null;
        }

        if (events.Count == 0) return isCurrent ? new(id, folded.Version, folded.Position, [], folded.State) : null;
        return await Store(id, folded, events, ct);
    }

    private async Task<Appended<TState, TEvent>?> Store(Guid id, Folded<TState> folded, IReadOnlyList<TEvent> events, CancellationToken ct)
    {
        var after = definition.Fold(folded, id, events);
        var append = new PendingAppend(id, definition.Name, folded.Version, [.. events.Select(reader.New)], NewView(after), cause).Checked();
        if (await appender.Append(append) is not { } position)
        {
            Telemetry.Conflicts.Add(1);
            return null;
        }

        if (cause.StoredKey is { } key)
            after = after with { Requests = after.Requests.SetItem(key, new(cause.RequestHash, folded.Version + 1, after.Version, position)) };
        definition.Keep(id, after with { Position = position });
        return new(id, after.Version, position, events, after.State);
    }

    private NewView? NewView(Folded<TState> folded) => folded.View is { } row ? new(definition.View!.Name, EventTypes.Write(row)) : null;

    private async Task<Appended<TState, TEvent>> Repeat(Guid id, Folded<TState> folded, RepeatedRequest earlier, CancellationToken ct)
    {
        if (earlier.Hash != cause.RequestHash) throw new Refused(Problem.KeyReused);
        cause.IsReplayed = true;
        var stored = await reader.After(id, earlier.FirstVersion - 1, ct);
        var events = stored.Where(recorded => recorded.RequestKey == cause.StoredKey).Select(recorded => recorded.Data).OfType<TEvent>();
        return new(id, earlier.LastVersion, earlier.LastPosition, [.. events], folded.State);
    }
}
