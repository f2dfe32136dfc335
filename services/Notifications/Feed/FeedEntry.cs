using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications.Feed;

public abstract record FeedEvent;

/// <summary>Something that partners may hear.</summary>
/// <param name="EventId">The id of the broker's message: what partners know the event by.</param>
/// <param name="Type">E.g. vn.ecosystem.report.answered.v1.</param>
/// <param name="Subject">Path of the thing below /v1/.</param>
/// <param name="Unit">Code of the organisation that it belongs to; null: to none.</param>
/// <param name="Data">Ids and codes; nothing about a person.</param>
/// <param name="Time">When it happened.</param>
[Stored("feed_entry_published")]
public sealed record FeedEntryPublished(
    Guid EventId, string Type, string Source, string Subject, string? Unit, ImmutableSortedDictionary<string, string> Data, DateTimeOffset Time, string? TraceParent, DateTimeOffset At) : FeedEvent;

/// <summary>One line of the feed; its id follows from the broker's message, so that a redelivered message finds its own line.</summary>
public sealed record FeedEntry(bool Exists)
{
    public static readonly FeedEntry None = new(Exists: false);

    public static Guid IdOf(Guid eventId) => NamedId.Of(eventId, "feed");

    public static FeedEntry Evolve(FeedEntry entry, FeedEvent happened) => happened switch
    {
        FeedEntryPublished => new(Exists: true),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
