using System.Collections.Immutable;
using System.Diagnostics;

namespace Ecosystem.Notifications.Feed;

/// <summary>A line of the feed as readers select it. Rows come into being in commit order, so their position is the feed's order.</summary>
/// <param name="Above">The unit and all above it: whoever asks for one of these sees the line.</param>
public sealed record FeedRow(
    Guid EventId, string Type, string Source, string Subject, string? Unit, ImmutableArray<string> Above, ImmutableSortedDictionary<string, string> Data, DateTimeOffset Time, string? TraceParent)
{
    public static FeedRow? Fold(FeedRow? row, Guid id, FeedEvent happened) => happened switch
    {
        FeedEntryPublished e => new(e.EventId, e.Type, e.Source, e.Subject, e.Unit, e.Unit is null ? [] : Units.CoveringOf(e.Unit), e.Data, e.Time, e.TraceParent),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
