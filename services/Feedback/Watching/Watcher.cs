using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Watching;

// Quoted names are in the database for good: add, never rename.
public abstract record WatchingEvent;

/// <param name="Number">Which of the person's places, from 1.</param>
/// <param name="Place">A <see cref="WatchedPlace"/>, under the person's key.</param>
[Stored("place_watched")]
public sealed record PlaceWatched(int Number, string Citizen, Sealed Place, DateTimeOffset At) : WatchingEvent;

[Stored("watching_ended")]
public sealed record WatchingEnded(int Number, DateTimeOffset At) : WatchingEvent;

/// <param name="Number">The place that the report is near to.</param>
[Stored("watcher_told")]
public sealed record WatcherTold(Guid Report, int Number, string Citizen, DateTimeOffset At) : WatchingEvent;

/// <summary>A place as the rules know it: closed.</summary>
/// <param name="Since">Reports from before are no news.</param>
public sealed record Watch(Sealed Place, DateTimeOffset Since);

/// <summary>One person's places. One stream for all of them: so a report near two of them is told once, and nothing is told after the end.</summary>
public sealed record Watcher(string Citizen, ImmutableSortedDictionary<int, Watch> Places, ImmutableHashSet<Guid> Told)
{
    /// <summary>How many places one person may watch.</summary>
    public const int Most = 5;

    public static Guid IdOf(string citizen) => NamedId.Of($"places watched by {citizen}");

    public static Watcher New(Guid id) => new("", ImmutableSortedDictionary<int, Watch>.Empty, []);

    public static Watcher Evolve(Watcher watcher, WatchingEvent happened) => happened switch
    {
        PlaceWatched e => watcher with { Citizen = e.Citizen, Places = watcher.Places.SetItem(e.Number, new(e.Place, e.At)) },
        WatchingEnded e => watcher with { Places = watcher.Places.Remove(e.Number) },
        WatcherTold e => watcher with { Told = watcher.Told.Add(e.Report) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
