using System.Text;
using System.Text.Json.Nodes;
using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Feed;

namespace Ecosystem.UnitTests.Notifications.Feed;

public sealed class FeedTypeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly ReportAnswered Contract = new(Guid.NewGuid(), "1234-5678", "citizen-lan", "01.00082.UBND");

    [Fact]
    public void Whatever_the_consumer_hears_has_a_type_and_the_other_way_round()
    {
        var heard = typeof(PublishToFeed).GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IPublish<>)).Select(face => face.GenericTypeArguments[0].Name);

        Assert.Equal(FeedTypes.All.Select(type => type.Contract.Name).Order(), heard.Order());
    }

    [Fact]
    public void Names_are_there_once_and_have_a_version() => Assert.All(FeedTypes.All, type =>
    {
        Assert.Matches(@"^vn\.ecosystem\.[a-z]+\.[a-z]+\.v[0-9]+$", type.Name);
        Assert.Single(FeedTypes.All, other => other.Name == type.Name);
    });

    [Fact]
    public void Nobodys_id_is_among_the_data() =>
        Assert.DoesNotContain(FeedTypes.All.SelectMany(type => type.Members), member => member is "reporter" or "resident" or "recipient" or "code" or "title" or "campaign" or "place");

    [Fact]
    public void A_message_becomes_one_entry_however_often_it_comes()
    {
        var published = Assert.IsType<FeedEntryPublished>(Assert.Single(Decide(FeedEntry.None)));

        Assert.Equal(("vn.ecosystem.report.answered.v1", "/feedback", $"reports/{Contract.ReportId}", "01.00082.UBND"), (published.Type, published.Source, published.Subject, published.Unit));
        Assert.Empty(Decide(FeedEntry.Evolve(FeedEntry.None, published)));
    }

    [Fact]
    public void An_event_is_a_CloudEvent_and_small()
    {
        var row = FeedRow.Fold(null, Guid.NewGuid(), Decide(FeedEntry.None)[0])!;

        var json = CloudEvent.Of(new Row<FeedRow>(Guid.NewGuid(), 1, 7, row) { CreatedPosition = 7 }).Write();
        var members = JsonNode.Parse(json)!.AsObject();

        Assert.Equal(
            ["specversion", "id", "source", "type", "subject", "time", "sequence", "dataschema", "datacontenttype", "unit", "data"],
            members.Select(member => member.Key));
        Assert.Equal(("1.0", "7", "2026-11-22T09:00:00Z"), ($"{members["specversion"]}", $"{members["sequence"]}", $"{members["time"]}"));
        Assert.True(Uri.IsWellFormedUriString($"{members["dataschema"]}", UriKind.Absolute));
        Assert.Equal($$"""{"reportId":"{{Contract.ReportId}}"}""", members["data"]!.ToJsonString());
        Assert.DoesNotContain(Contract.Reporter, json, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(json) < 20_000);
    }

    private static FeedEvent[] Decide(FeedEntry entry) =>
        PublishToFeed.Decide(FeedTypes.Of(typeof(ReportAnswered)), Contract, Guid.NewGuid(), Now, traceParent: null, entry, Now.AddSeconds(1));
}
