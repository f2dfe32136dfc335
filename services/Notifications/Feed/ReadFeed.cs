using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Feed;

/// <summary>Partners that cannot be called fetch what happened, in order, from where they were: nothing is missed or seen twice.</summary>
public static class ReadFeed
{
    /// <param name="After">Position of the last event that the caller has; 0 begins with the first.</param>
    public sealed record Query([property: Range(0, long.MaxValue)] long After = 0, [property: Range(1, 200)] int Limit = 50, [property: EventTypes] string[]? Types = null, [property: Units] string[]? Unit = null);

    /// <param name="Next">What to ask after the next time, also when there is no more for now.</param>
    public sealed record Answer(IReadOnlyList<CloudEvent> Items, long Next, bool More);

    public static async Task<Ok<Answer>> Handle([AsParameters] Query query, FeedReader who, FeedHead head, ReadModel<FeedRow> feed, CancellationToken ct)
    {
        var seen = head.Position;
        var rows = await Page(feed, who.Narrow(query.Types ?? [], query.Unit ?? []), query.After, query.Limit, ct);
        return TypedResults.Ok(new Answer([.. rows.Select(CloudEvent.Of)], Next(query.After, rows, query.Limit, seen), rows.Count == query.Limit));
    }

    /// <summary>Where to go on: after the last line or, where that was all, after what was there before looking, so that lines of others are not looked through again.</summary>
    internal static long Next(long after, IReadOnlyList<Row<FeedRow>> rows, int limit, long seen)
    {
        var last = rows.Count == 0 ? after : rows[^1].CreatedPosition;
        return rows.Count == limit ? last : Math.Max(last, seen);
    }

    internal static Task<IReadOnlyList<Row<FeedRow>>> Page(ReadModel<FeedRow> feed, Selection selection, long after, int limit, CancellationToken ct) =>
        feed.Query($"where {Selection.Condition} and created_position > $3 order by created_position limit $4", [.. selection.Parameters, after, limit], ct);
}
