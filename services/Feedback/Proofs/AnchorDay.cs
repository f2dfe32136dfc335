using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Proofs;

/// <summary>Puts the report events of each day that is over under one root, once, and keeps the tree's leaves for the paths to it.</summary>
public sealed class AnchorDay(StoredEvents log, Leaves leaves, ReadModel<Anchor> anchors, EventStream<Anchor, AnchorEvent> streams, TimeProvider clock)
{
    /// <summary>Nothing is stored any more under a time that is so long past.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan VietnamTime = TimeSpan.FromHours(7);

    public static AnchorEvent[] Decide(DateOnly day, string root, int events, string previous, Anchor anchor, DateTimeOffset now) =>
        anchor.Of is null ? [new DayAnchored(day, root, events, previous, Anchor.HeadOf(previous, root), now)] : [];

    /// <summary>Anchors the next day that has events and is over; false where there is none.</summary>
    public async Task<bool> Next(CancellationToken ct)
    {
        var last = (await anchors.Query("order by data->'of'->>'day' desc limit 1", [], ct)).SingleOrDefault()?.Data.Of;
        var since = last is null ? await log.Began(ct) : Start(last.Day.AddDays(1));
        var today = Start(DayOf(clock.GetUtcNow() - Settled));    // asked again and again: what happens today is not read for it
        if (since is not { } from || from >= today || await log.FirstBetween(from, today, ct) is not { } first) return false;
        await Store(DayOf(first), last?.Head ?? Anchor.Nothing, ct);
        return true;
    }

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(VietnamTime).DateTime);

    private async Task Store(DateOnly day, string previous, CancellationToken ct)
    {
        var from = Start(day);
        var events = await log.Touched(from, Start(day.AddDays(1)), ct);
        var all = events.GroupBy(stored => stored.Stream).SelectMany(report => report.Zip(StoredEvent.Chain(report)))
            .Where(pair => pair.First.At >= from).OrderBy(pair => pair.First.Position).Select(pair => new Leaf(pair.First.Id, pair.Second)).ToList();
        await leaves.Keep(day, all, ct);    // before the anchor: an anchor always has its leaves
        var root = Convert.ToHexStringLower(MerkleTree.Root(all.Select(leaf => leaf.Link).ToArray()));
        await streams.Append(Anchor.IdOf(day), anchor => Decide(day, root, all.Count, previous, anchor, clock.GetUtcNow()), ct);
    }

    private static DateTimeOffset Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), VietnamTime).ToUniversalTime();
}
