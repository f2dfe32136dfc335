using System.Security.Cryptography;
using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Journeys;
using Ecosystem.Feedback.Proofs;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class ProofTests
{
    private static readonly Guid Report = Guid.NewGuid();

    private static readonly StoredEvent[] Events = [Stored(1, "report_submitted", "{\"a\": 1}"), Stored(2, "report_assigned", "{}"), Stored(3, "report_accepted", "{}")];

    [Fact]
    public void One_changed_event_changes_its_link_and_all_after_it()
    {
        var (before, after) = (StoredEvent.Chain(Events).ToList(), StoredEvent.Chain([Events[0], Events[1] with { Data = "{\"unit\": 1}" }, Events[2]]).ToList());

        Assert.Equal(before[0], after[0]);
        Assert.NotEqual(before[1], after[1]);
        Assert.NotEqual(before[2], after[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    public void Every_leafs_path_leads_to_the_root(int size)
    {
        var leaves = Enumerable.Range(0, size).Select(nr => SHA256.HashData(BitConverter.GetBytes(nr))).ToArray();

        Assert.All(Enumerable.Range(0, size), index => Assert.Equal(MerkleTree.Root(leaves), RootOf(leaves[index], index, size, MerkleTree.Path(index, leaves))));
        Assert.All(Enumerable.Range(0, size), index => Assert.NotEqual(MerkleTree.Root(leaves), RootOf(SHA256.HashData(leaves[index]), index, size, MerkleTree.Path(index, leaves))));
    }

    [Fact]
    public void A_day_is_anchored_once_and_stands_on_the_day_before()
    {
        var root = new string('a', 64);
        var anchored = Assert.IsType<DayAnchored>(Assert.Single(AnchorDay.Decide(new(2026, 11, 21), root, 5, Anchor.Nothing, Anchor.None, Now)));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(Anchor.Nothing + root))), anchored.Head);
        Assert.NotEqual(anchored.Head, Anchor.HeadOf(anchored.Head, root));
        Assert.Empty(AnchorDay.Decide(new(2026, 11, 21), root, 6, Anchor.Nothing, new(anchored), Now));
    }

    [Fact]
    public void A_day_begins_at_midnight_in_viet_nam() => Assert.Equal(new DateOnly(2026, 11, 23), AnchorDay.DayOf(new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_message_stands_in_the_journey_behind_the_event_from_which_it_follows()
    {
        var (first, second) = (Events[0].Id, NamedId.Of(Events[1].Id, "1"));
        JourneyEvent[] heard =
        [
            .. NoteMessage.Decide(new ReportMessageCreated(Report, first, "report-received", Now.AddSeconds(4)), Journey.None),
            new MessageNoted(second, "report-for-unit", Now.AddSeconds(5)), new DeliveryNoted(first, "mail", Taken: true, Now.AddSeconds(9)),
        ];

        var hops = ReadJourney.Hops(Events, heard.Aggregate(Journey.None, Journey.Evolve));

        Assert.Equal([("report_submitted", 1L), ("report_assigned", 2L), ("report_accepted", 3L), ("report-received", 1L), ("report-for-unit", 2L), ("mail", 1L)], hops.Select(hop => (hop.Name, hop.Event!.Value)));
        Assert.Equal((8000, "trace-1"), (hops[^1].SinceSubmission, hops[^1].TraceId));
    }

    [Fact]
    public void Hops_come_in_the_order_of_their_times()
    {
        var hops = ReadJourney.Hops(Events, new Journey([new(Events[0].Id, "report-received", Now.AddSeconds(1.5))], []));

        Assert.Equal(["report_submitted", "report-received", "report_assigned", "report_accepted"], hops.Select(hop => hop.Name));
    }

    [Fact]
    public void What_is_told_twice_is_noted_once()
    {
        var journey = new Journey([new(Report, "report-received", Now)], [new(Report, "mail", Taken: true, Now)]);

        Assert.Empty(NoteMessage.Decide(new ReportMessageCreated(Report, Report, "report-received", Now), journey));
        Assert.Empty(NoteMessage.Decide(new ReportMessageDelivered(Report, Report, "mail", Taken: true, Now), journey));
        Assert.Single(NoteMessage.Decide(new ReportMessageDelivered(Report, Report, "sms", Taken: true, Now), journey));
    }

    private static StoredEvent Stored(long version, string type, string data) =>
        new(version, Report, version, Guid.NewGuid(), type, Now.AddSeconds(version), $"2026-11-22T02:30:0{version}.000000Z", data, $"trace-{version}");

    /// <summary>As RFC 9162, section 2.1.3.2, has it: nothing of our own code.</summary>
    private static byte[] RootOf(byte[] leaf, int index, int size, IEnumerable<byte[]> path)
    {
        var (fn, sn, hash) = (index, size - 1, SHA256.HashData([0, .. leaf]));
        foreach (var other in path)
        {
            var isRight = fn % 2 == 1 || fn == sn;
            hash = isRight ? SHA256.HashData([1, .. other, .. hash]) : SHA256.HashData([1, .. hash, .. other]);
            while (isRight && fn % 2 == 0 && fn != 0) (fn, sn) = (fn / 2, sn / 2);
            (fn, sn) = (fn / 2, sn / 2);
        }

        return hash;
    }
}
