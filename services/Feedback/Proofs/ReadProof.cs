using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Proofs;

/// <summary>All that is needed to check, without us, that nothing in a report was changed since its days were anchored; deploy/verify-report-proof.mjs does.</summary>
public static class ReadProof
{
    public sealed record Proof(
        Guid Id, long Version, long Position,
        [property: Description("The report's events, first to last.")] IReadOnlyList<Link> Events);

    public sealed record Link(
        [property: Description("Number of the event, from 1.")] long Number,
        [property: Description("Id of the event.")] Guid EventId,
        [property: Description("What happened, by its stored name.")] string Type,
        [property: Description("The store's time as it goes into the hash.")] string Time,
        [property: Description("The stored JSON, character by character; what is personal in it is sealed.")] string Data,
        [property: Description("SHA-256 of the link before and of stream, number, id, type, time and data; hexadecimal.")] string Hash,
        [property: Description("Its place under a day's root; null until the day is anchored.")] Inclusion? Anchor);

    public sealed record Inclusion(
        [property: Description("The day in Viet Nam; `GET /v1/anchors/{day}` has its root.")] DateOnly Day,
        [property: Description("Place among the day's events, from 0.")] int Index,
        [property: Description("How many events the day has.")] int Size,
        [property: Description("Hashes from the leaf up to the root (RFC 9162), hexadecimal.")] IReadOnlyList<string> Path);

    public static async Task<Ok<Proof>> Handle(Guid id, Caller by, ReadModel<ReportRow> reports, StoredEvents log, Leaves leaves, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } row || !row.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        var events = await log.Of(id, ct);
        var places = Places(events, await leaves.DaysOf([.. events.Select(stored => stored.Id)], ct));
        return TypedResults.Ok(new Proof(id, row.Version, row.Position, [.. events.Zip(StoredEvent.Chain(events), (stored, link) => Shown(stored, link, places.GetValueOrDefault(stored.Id)))]));
    }

    public static Dictionary<Guid, Inclusion> Places(IEnumerable<StoredEvent> events, IReadOnlyDictionary<DateOnly, List<Leaf>> days)
    {
        var ours = events.Select(stored => stored.Id).ToHashSet();
        return days.SelectMany(day =>
        {
            var links = day.Value.Select(leaf => leaf.Link).ToArray();
            return day.Value.Index().Where(leaf => ours.Contains(leaf.Item.Event))
                .Select(leaf => (leaf.Item.Event, new Inclusion(day.Key, leaf.Index, links.Length, [.. MerkleTree.Path(leaf.Index, links).Select(Convert.ToHexStringLower)])));
        }).ToDictionary();
    }

    private static Link Shown(StoredEvent stored, byte[] link, Inclusion? place) =>
        new(stored.Version, stored.Id, stored.Type, stored.Time, stored.Data, Convert.ToHexStringLower(link), place);
}
