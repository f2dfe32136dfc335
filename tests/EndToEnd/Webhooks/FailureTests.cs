namespace Ecosystem.EndToEnd.Webhooks;

/// <summary>Receivers that are away, slow, gone or elsewhere.</summary>
public sealed class FailureTests(City city) : WithReceiver(city)
{
    [Fact]
    public async Task What_happens_while_the_receiver_is_down_comes_when_it_is_up_again()
    {
        var partner = await (await Join()).Subscribe();
        Receiver.Kill();

        string[] reports = [await partner.Report(), await partner.Report(), await partner.Report()];
        await partner.Is("failing");
        await Receiver.Start();
        await Receiver.Set(partner.Name, new { secrets = new[] { partner.Secret } });
        var received = await partner.Gets(reports);
        await partner.Is("enabled");

        Assert.Equal(3, received.Count);
        Assert.All(received, one => Assert.Equal([true], one.Verified));
        Assert.Contains(await partner.Attempts(), attempt => $"{attempt!["outcome"]}" == "failed" && attempt["status"] is null && attempt["nextAt"] is not null);
    }

    [Fact]
    public async Task Whoever_answers_410_gets_nothing_more_until_the_owner_says_so()
    {
        var partner = await (await Join()).Subscribe();
        await Receiver.Set(partner.Name, new { status = 410 });
        var last = await partner.Report();
        await partner.Gets(last);
        await partner.Is("disabled");
        Assert.Equal("gone", $"{(await partner.Read())["whyDisabled"]}");
        var inbox = await City.Official(City.Committee);
        await Eventually.Holds(async () => (await inbox.Get("/v1/inbox?limit=200")).Is(200).Text.Contains($"webhook {partner.Webhook}", StringComparison.Ordinal), "The owner's organisation is told");

        await Receiver.Set(partner.Name, new { status = 204 });
        var missed = await partner.Report();
        var other = await (await Join()).Subscribe();
        await other.Gets(await other.Report());
        (await partner.Do("enablement")).Is(200);
        var next = await partner.Report();
        var received = await partner.Gets(next);

        Assert.Equal([last, next], received.Select(Partner.ReportOf));
        Assert.DoesNotContain(missed, received.Select(Partner.ReportOf));
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_not_followed()
    {
        var (partner, target) = (await (await Join()).Subscribe(), await Join());
        await Receiver.Set(partner.Name, new { status = 307, location = Receiver.UrlOf(target.Name) });

        await partner.Gets(await partner.Report());
        await partner.Is("failing");

        Assert.Empty(await Receiver.Received(target.Name));
        Assert.All(await partner.Attempts(), attempt => Assert.Equal(("failed", "307"), ($"{attempt!["outcome"]}", $"{attempt["status"]}")));
    }

    [Fact]
    public async Task Whoever_fails_all_attempts_is_disabled()
    {
        var partner = await (await Join()).Subscribe();
        await Receiver.Set(partner.Name, new { status = 500 });

        await partner.Report();
        await Eventually.Holds(async () => $"{(await partner.Read())["status"]}" == "disabled", "the webhook is disabled", TimeSpan.FromSeconds(40));

        Assert.Equal("prolonged", $"{(await partner.Read())["whyDisabled"]}");
        Assert.Equal(8, (await partner.Attempts()).Count);
        Assert.Equal("givenUp", $"{(await partner.Attempts())[0]!["outcome"]}");
    }

    [Fact]
    public async Task One_that_never_answers_does_not_keep_the_others_waiting()
    {
        var (dead, alive) = (await (await Join()).Subscribe(), await (await Join()).Subscribe());
        await Receiver.Set(dead.Name, new { hang = true });
        List<string> reports = [];
        for (var count = 0; count < 12; count++) reports.Add(await alive.Report());

        var received = await alive.Gets([.. reports]);
        var tried = await Receiver.Received(dead.Name);

        Assert.Equal(12, received.Count);
        Assert.InRange(tried.Count, 1, 8);    // at most four at a time by each of the two processes
        Assert.Empty(await dead.Attempts());
    }

    [Fact]
    public async Task A_disabled_one_gets_nothing_and_can_have_it_replayed()
    {
        var (partner, other) = (await (await Join()).Subscribe(), await (await Join()).Subscribe());
        var before = await partner.Report();
        await partner.Gets(before);

        (await partner.Do("disablement")).Is(200);
        var missed = await partner.Report();
        await other.Gets(missed);
        Assert.Equal([before], (await Receiver.Received(partner.Name)).Select(Partner.ReportOf));
        (await partner.Do("replays", new { after = 0 })).Is(409);
        (await partner.Do("enablement")).Is(200);
        var found = (await other.Attempts()).Single(attempt => $"{attempt!["number"]}" == "1" && $"{attempt["event"]}" == IdOf(missed))!;
        (await partner.Do("replays/one", new { @event = $"{found["event"]}" })).Is(202);
        await partner.Gets(missed);

        string IdOf(string report) => Receiver.Received(other.Name).Result.Single(one => Partner.ReportOf(one) == report).Id!;
    }
}
