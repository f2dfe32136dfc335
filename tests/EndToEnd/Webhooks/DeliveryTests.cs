using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Webhooks;

/// <summary>What happens comes to those who asked for it, signed so that the official library takes it.</summary>
public sealed class DeliveryTests(City city) : WithReceiver(city)
{
    [Fact]
    public async Task An_event_comes_once_verified_and_without_anything_about_the_citizen()
    {
        var partner = await (await Join()).Subscribe();
        var trace = new Trace(City);
        var citizen = await City.Citizen();

        var report = (await citizen.Post("/v1/reports", Bodies.Report(), trace.Header)).Is(201).Id;
        var received = Assert.Single(await partner.Gets(report));
        var attempt = Assert.Single(await partner.Attempts())!;

        Assert.Equal(("POST", "application/cloudevents+json; charset=utf-8", true), (received.Method, received.ContentType, Assert.Single(received.Verified)));
        var body = JsonNode.Parse(received.Body)!;
        Assert.Equal((received.Id, Partner.Routed, City.Committee), ($"{body["id"]}", $"{body["type"]}", $"{body["unit"]}"));
        Assert.DoesNotContain(citizen.Subject, received.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Đèn đường", received.Body, StringComparison.Ordinal);
        Assert.Contains(trace.Id, received.Traceparent!, StringComparison.Ordinal);
        Assert.Equal((received.Id, "delivered", "204", "1"), ($"{attempt["event"]}", $"{attempt["outcome"]}", $"{attempt["status"]}", $"{attempt["number"]}"));
    }

    [Fact]
    public async Task Whoever_knows_only_the_public_key_can_check_it_also_while_the_secret_is_changed()
    {
        var partner = await (await Join()).Subscribe();
        async Task<string[]> Keys() => [.. (await partner.Api.Get($"/v1/webhooks/{partner.Webhook}/keys")).Is(200)["items"].AsArray().Select(item => $"{item!["publicKey"]}")];
        var before = Assert.Single(await Keys());
        (await partner.Do("secret")).Is(200);
        var both = await Keys();
        await Receiver.Set(partner.Name, new { secrets = new[] { partner.Secret }, publicKeys = (string[])[.. both, $"whpk_{Convert.ToBase64String(new byte[32])}"] });

        var received = Assert.Single(await partner.Gets(await partner.Report()));

        Assert.Equal(before, both[1]);
        Assert.Equal([true, true, false], received.VerifiedPublicly);
        Assert.Equal([true], received.Verified);
        (await (await Join()).Api.Get($"/v1/webhooks/{partner.Webhook}/keys")).Is(404);
    }

    [Fact]
    public async Task Every_step_of_a_report_comes_and_nothing_of_other_units()
    {
        var partner = await (await Join()).Subscribe("vn.ecosystem.report.*");
        var (citizen, committee) = (await City.Citizen(), await City.Official(City.Committee));

        var report = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id;
        (await citizen.Post("/v1/reports", new { category = "lighting", text = "Đèn đường ở phường khác bị hỏng.", commune = "00070" })).Is(201);
        (await committee.Post($"/v1/reports/{report}/acceptance", null)).Is(200);
        (await committee.Post($"/v1/reports/{report}/answer", new { answer = "Đã thay bóng đèn hỏng trong ngày." })).Is(200);
        (await citizen.Post($"/v1/reports/{report}/rating", new { rating = 5 })).Is(200);
        await Eventually.Holds(async () => (await Receiver.Received(partner.Name)).Count >= 4, "four steps");
        var received = await partner.Gets(report);

        Assert.Equal(4, received.Count);
        Assert.All(received, one => Assert.Equal(report, Partner.ReportOf(one)));
        Assert.Equal(["accepted", "answered", "rated", "routed"], received.Select(one => $"{JsonNode.Parse(one.Body)!["type"]}".Split('.')[3]).Order());
    }

    [Fact]
    public async Task While_the_secret_changes_both_sign()
    {
        var partner = await (await Join()).Subscribe();
        var rotated = (await partner.Do("secret")).Is(200);
        var strange = $"whsec_{Convert.ToBase64String(new byte[32])}";
        await Receiver.Set(partner.Name, new { secrets = new[] { partner.Secret, rotated["secret"].GetValue<string>(), strange } });

        var received = Assert.Single(await partner.Gets(await partner.Report()));

        Assert.Equal([true, true, false], received.Verified);
        Assert.NotNull((await partner.Read())["previousSecretUntil"]);
        Assert.DoesNotContain("whsec_", (await partner.Api.Get($"/v1/webhooks/{partner.Webhook}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ping_tells_at_once_what_the_receiver_said()
    {
        var partner = await (await Join()).Subscribe();

        var first = (await partner.Do("ping")).Is(200);
        await Receiver.Set(partner.Name, new { status = 418 });
        var second = (await partner.Do("ping")).Is(200);

        Assert.Equal(("true", "204"), ($"{first["delivered"]}", $"{first["status"]}"));
        Assert.Equal(("false", "418", "said 418"), ($"{second["delivered"]}", $"{second["status"]}", $"{second["said"]}"));
        Assert.All(await Receiver.Received(partner.Name), ping => Assert.Equal([true], ping.Verified));
    }

    [Fact]
    public async Task One_event_and_all_from_a_position_come_again_with_the_same_ids()
    {
        var partner = await (await Join()).Subscribe();
        string[] reports = [await partner.Report(), await partner.Report(), await partner.Report()];
        var first = await partner.Gets(reports);

        (await partner.Do("replays/one", new { @event = first[0].Id })).Is(202);
        await Eventually.Holds(async () => (await Receiver.Received(partner.Name)).Count == 4, "one again");
        var start = long.Parse($"{JsonNode.Parse(first.Single(one => Partner.ReportOf(one) == reports[0]).Body)!["sequence"]}", System.Globalization.CultureInfo.InvariantCulture);
        var replayed = (await partner.Do("replays", new { after = start })).Is(202);
        await Eventually.Holds(async () => (await Receiver.Received(partner.Name)).Count == 6, "two again");
        var all = await Receiver.Received(partner.Name);

        Assert.Equal(("2", null), ($"{replayed["queued"]}", replayed.Json["next"]));
        Assert.Equal(first[0].Id, all[3].Id);
        Assert.Equal(reports.Skip(1).Order(), all.Skip(4).Select(Partner.ReportOf).Order());
        Assert.Equal(3, all.Select(one => one.Id).Distinct().Count());
        Assert.All(all, one => Assert.Equal([true], one.Verified));
        (await partner.Do("replays/one", new { @event = Guid.NewGuid() })).Is(404);
    }
}
