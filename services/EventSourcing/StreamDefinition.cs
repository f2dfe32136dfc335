using System.Collections.Immutable;

namespace Ecosystem.EventSourcing;

/// <summary>A stream folded up to a version: the state for the rules, and the row of the stream's view.</summary>
internal sealed record Folded<TState>(TState State, long Version, long Position, object? View, ImmutableDictionary<string, RepeatedRequest> Requests);

/// <summary>An earlier request under an Idempotency-Key: what it was and which of the stream's events it made.</summary>
internal sealed record RepeatedRequest(string? Hash, long FirstVersion, long LastVersion, long LastPosition);

/// <summary>A view of one stream: a pure fold, stored with the events.</summary>
internal sealed record ViewDefinition<TEvent>(string Name, Func<object?, Guid, TEvent, object?> Fold);

/// <summary>What kind of stream this is: how its events become state, and what recent states this process remembers.</summary>
internal sealed class StreamDefinition<TState, TEvent>(string name, Func<Guid, TState> start, Func<TState, TEvent, TState> evolve)
    where TEvent : notnull
{
    private readonly RecentlyUsed<Guid, Folded<TState>> recent = new(5_000);
    private readonly SemaphoreSlim?[] turns = new SemaphoreSlim?[256];

    public string Name { get; } = name;

    public ViewDefinition<TEvent>? View { get; set; }

    public Folded<TState> Start(Guid id) => new(start(id), 0, 0, null, ImmutableDictionary<string, RepeatedRequest>.Empty);

    public Folded<TState> Fold(Folded<TState> folded, Guid id, IEnumerable<TEvent> events)
    {
        foreach (var happened in events) folded = Fold(folded, id, happened);
        return folded;
    }

    /// <summary>Stored events, those of others included: what this program does not know moves the version only.</summary>
    public Folded<TState> Fold(Folded<TState> folded, Guid id, IReadOnlyList<Recorded> stored)
    {
        foreach (var recorded in stored)
        {
            folded = recorded.Data is TEvent happened ? Fold(folded, id, happened) : folded;
            folded = folded with { Version = recorded.Version, Position = recorded.Position, Requests = Remember(folded.Requests, recorded) };
        }

        return folded;
    }

    public Folded<TState>? Recent(Guid id) => recent.Get(id);

    public void Keep(Guid id, Folded<TState> folded) => recent.Set(id, folded);

    /// <summary>Decisions of one process on one stream take turns instead of losing to one another.</summary>
    public async Task<IDisposable> Turn(Guid id, CancellationToken ct)
    {
        var turn = LazyInitializer.EnsureInitialized(ref turns[(uint)id.GetHashCode() % turns.Length], () => new(1, 1));
        await turn.WaitAsync(ct);
        return new Release(turn);
    }

    private Folded<TState> Fold(Folded<TState> folded, Guid id, TEvent happened) => folded with
    {
        State = evolve(folded.State, happened),
        Version = folded.Version + 1,
        View = View?.Fold(folded.View, id, happened),
    };

    private static ImmutableDictionary<string, RepeatedRequest> Remember(ImmutableDictionary<string, RepeatedRequest> requests, Recorded recorded)
    {
        if (recorded.RequestKey is not { } key) return requests;
        var first = requests.TryGetValue(key, out var known) ? known.FirstVersion : recorded.Version;
        return requests.SetItem(key, new(recorded.RequestHash, first, recorded.Version, recorded.Position));
    }

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
