using System.Globalization;
using System.Text.Json.Nodes;
using Ecosystem.EndToEnd.Faults;

namespace Ecosystem.EndToEnd.Webhooks;

/// <summary>The feed holds each event once and in one order, read in pages or live, whatever dies meanwhile.</summary>
public sealed class FeedTests(City city) : WithReceiver(city)
{
    private const string Filter = $"types={Partner.Routed}&unit={City.Committee}";

    public override async ValueTask DisposeAsync()
    {
        await Repair.Everything(City);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Pages_and_stream_have_the_same_events_in_the_same_order_and_go_on_where_they_were()
    {
        var partner = await Join();
        var start = await End(partner.Api);
        using var live = await partner.Api.Live(start, $"/v1/feed/live?{Filter}");
        string[] reports = [await partner.Report(), await partner.Report(), await partner.Report(), await partner.Report()];
        (long Id, JsonNode Event)[] heard = [await live.Next(), await live.Next(), await live.Next(), await live.Next()];

        var first = (await partner.Api.Get($"/v1/feed?{Filter}&after={start}&limit=3")).Is(200);
        var second = (await partner.Api.Get($"/v1/feed?{Filter}&after={first["next"]}&limit=3")).Is(200);
        var read = first["items"].AsArray().Concat(second["items"].AsArray()).ToList();
        using var again = await partner.Api.Live(heard[1].Id, $"/v1/feed/live?{Filter}");

        Assert.Equal(reports.Order(), read.Select(item => $"{item!["data"]!["reportId"]}").Order());
        Assert.Equal(read.Select(item => $"{item}"), heard.Select(one => $"{one.Event}"));
        Assert.Equal(heard.Select(one => $"{one.Id}"), read.Select(item => $"{item!["sequence"]}"));
        Assert.Equal(("true", "false"), ($"{first["more"]}", $"{second["more"]}"));
        Assert.Equal(heard[2].Id, (await again.Next()).Id);
    }

    /// <summary>A connection between gateway and service carries a hundred streams at once.</summary>
    [Fact]
    public async Task More_listeners_than_a_connection_carries_hear_it_all_and_leave_room_for_requests()
    {
        var partner = await Join();
        var start = await End(partner.Api);
        var listeners = await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => partner.Api.Live(start, $"/v1/feed/live?{Filter}")));

        var report = await partner.Report();
        var heard = await Task.WhenAll(listeners.Select(listener => listener.Next()));
        var page = (await partner.Api.Get($"/v1/feed?{Filter}&after={start}")).Is(200);

        Assert.All(heard, one => Assert.Equal(report, $"{one.Message["data"]!["reportId"]}"));
        Assert.Single(page["items"].AsArray());
        foreach (var listener in listeners) listener.Dispose();
    }

    [Fact]
    public async Task A_fact_that_is_published_again_is_neither_in_the_feed_nor_delivered_again()
    {
        var (partner, before) = (await (await Join()).Subscribe(), DateTimeOffset.UtcNow.AddSeconds(-2));
        var start = await End(partner.Api);
        var report = await partner.Report();
        await partner.Gets(report);

        (await (await City.Operator()).Post("/v1/operations/feedback/relay/rewind", new { time = before })).Is(200);
        var later = await partner.Report();
        var received = await partner.Gets(later);

        Assert.Equal([report, later], received.Select(Partner.ReportOf));
        Assert.Equal([report, later], (await Read(partner.Api, start)).Select(item => $"{item["data"]!["reportId"]}"));
    }

    [Fact]
    public async Task Killed_in_the_middle_it_delivers_all_and_the_feed_has_each_once()
    {
        var partner = await (await Join()).Subscribe();
        var start = await End(partner.Api);
        var instances = new[] { City.Processes.Of("notifications", 0), City.Processes.Of("notifications", 1) };

        var reports = await Reports(partner, 30);
        foreach (var instance in instances) instance.Kill();
        reports.AddRange(await Reports(partner, 10));
        await Task.WhenAll(instances.Select(instance => instance.Start()));
        reports.AddRange(await Reports(partner, 10));
        instances[0].Kill();
        reports.AddRange(await Reports(partner, 10));
        await instances[0].Start();
        await HalfAMinuteLater(partner);
        await Eventually.Holds(async () => reports.Except((await Receiver.Received(partner.Name)).Select(Partner.ReportOf)).Any() is false, "all deliveries", TimeSpan.FromSeconds(60));

        var received = await Receiver.Received(partner.Name);
        Assert.All(received.GroupBy(Partner.ReportOf), of => Assert.Single(of.Select(one => one.Id).Distinct()));
        Assert.All(received, one => Assert.Equal([true], one.Verified));
        var read = await Read(partner.Api, start);
        Assert.Equal(reports.Order(), read.Select(item => $"{item["data"]!["reportId"]}").Order());
        Assert.Equal(read.Select(Sequence).Order(), read.Select(Sequence));
        using var live = await partner.Api.Live(start, $"/v1/feed/live?{Filter}");
        foreach (var item in read) Assert.Equal(Sequence(item), (await live.Next()).Id);
    }

    /// <summary>What a killed instance had in hand is due again then.</summary>
    private Task<long> HalfAMinuteLater(Partner partner) => City.Count(
        "notifications", "with moved as (update webhook_deliveries set due = due - interval '30 seconds' where webhook = $1 and state = 'pending' returning entry) select count(*) from moved", Guid.Parse(partner.Webhook));

    private static async Task<List<string>> Reports(Partner partner, int count) => [.. await Task.WhenAll(Enumerable.Range(0, count).Select(_ => partner.Report()))];

    private static long Sequence(JsonNode item) => long.Parse($"{item["sequence"]}", CultureInfo.InvariantCulture);

    /// <summary>Everything after a position.</summary>
    private static async Task<List<JsonNode>> Read(Api api, long after)
    {
        List<JsonNode> items = [];
        while (true)
        {
            var page = (await api.Get($"/v1/feed?{Filter}&after={after}&limit=7")).Is(200);
            items.AddRange(page["items"].AsArray().Select(item => item!));
            after = page["next"].GetValue<long>();
            if (!page["more"].GetValue<bool>()) return items;
        }
    }

    private static async Task<long> End(Api api) => await Read(api, 0) is [.., var last] ? Sequence(last) : 0;
}
