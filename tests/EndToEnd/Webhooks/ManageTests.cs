using Ecosystem.EndToEnd.Faults;
using Ecosystem.Local;
using Ecosystem.Notifications.Webhooks;
using Npgsql;
using Attempts = Ecosystem.Notifications.Webhooks.Attempts;

namespace Ecosystem.EndToEnd.Webhooks;

/// <summary>Webhooks belong to the client that made them, and go where the open Internet is.</summary>
public sealed class ManageTests(City city) : WithReceiver(city)
{
    [Fact]
    public async Task Another_client_sees_and_changes_nothing()
    {
        var (owner, stranger) = (await (await Join()).Subscribe(), await Join());
        var path = $"/v1/webhooks/{owner.Webhook}";
        var other = new { url = Receiver.UrlOf(stranger.Name) };

        Assert.Empty((await stranger.Api.Get("/v1/webhooks")).Is(200)["items"].AsArray());
        (await stranger.Api.Get(path)).Is(404);
        (await stranger.Api.Get($"{path}/attempts")).Is(404);
        (await stranger.Api.Put(path, other, ("If-Match", "\"1\""))).Is(404);
        (await stranger.Api.Send(HttpMethod.Delete, path, null, [])).Is(404);
        foreach (var act in new[] { "secret", "ping", "disablement", "enablement" }) (await stranger.Api.Post($"{path}/{act}", null)).Is(404);
        (await stranger.Api.Post($"{path}/replays", new { after = 0 })).Is(404);
        (await stranger.Api.Post($"{path}/replays/one", new { @event = Guid.NewGuid() })).Is(404);
        Assert.Equal(("enabled", Receiver.UrlOf(owner.Name)), ($"{(await owner.Read())["status"]}", $"{(await owner.Read())["url"]}"));
    }

    [Fact]
    public async Task A_token_that_is_for_one_unit_hears_of_no_other()
    {
        var name = $"partner-{Guid.NewGuid():N}";
        var token = await City.Processes.Tokens.Ask(new TokenRequest("system", name) { Scopes = ["feed.read", "webhooks.manage"], FeedUnits = [City.Front, "01.00070.UBND"] });
        var (narrow, wide) = (new Api(City.Processes.Gateway, token, name), await (await Join()).Subscribe());
        await wide.Gets(await wide.Report());

        Assert.DoesNotContain((await narrow.Get("/v1/feed?types=vn.ecosystem.report.*")).Is(200)["items"].AsArray(), item => $"{item!["unit"]}" == City.Committee);
        Assert.Equal("not-yours-to-hear", (await narrow.Get($"/v1/feed?unit={City.Committee}")).Is(403).ProblemType);
        Assert.Equal("not-yours-to-hear", (await narrow.Post("/v1/webhooks", new { url = Receiver.UrlOf(name), units = new[] { "01.UBND" } })).Is(403).ProblemType);
    }

    [Fact]
    public async Task Webhooks_that_want_an_event_are_found_by_the_index_among_a_thousand()
    {
        await using var database = Database();
        await using var connection = await database.Sessions.OpenConnectionAsync();
        await using var unseen = await connection.BeginTransactionAsync();
        await using var many = new NpgsqlCommand(
            """
            insert into views (view, id, version, created_position, position, data)
            select 'webhook', gen_random_uuid(), 1, 0, 0, jsonb_build_object('keys', jsonb_build_array('vn.ecosystem.none.*|' || n)) from generate_series(1, 1000) n;
            analyze view_webhook
            """,
            connection);
        await many.ExecuteNonQueryAsync();

        await using var plan = new NpgsqlCommand($"explain {Spread.Wanting}", connection)
        {
            Parameters = { new() { Value = Guid.Empty }, new() { Value = new[] { "*|", "vn.ecosystem.report.*|01.00082.UBND" } }, new() { Value = long.MaxValue } },
        };
        await using var lines = await plan.ExecuteReaderAsync();
        List<string> said = [];
        while (await lines.ReadAsync()) said.Add(lines.GetString(0));

        Assert.Contains(said, line => line.Contains("view_webhook_keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_month_attempts_and_deliveries_are_forgotten()
    {
        await using var database = Database();
        var (webhook, old, young) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var (entry, days) in new[] { (old, 31), (young, 29) })
        {
            await using var made = database.Sessions.CreateCommand(
                """
                with attempt as (insert into webhook_attempts (webhook, event, number, at, milliseconds, outcome, answer) values ($1, $2, 1, now() - make_interval(days => $3), 1, 'failed', ''))
                insert into webhook_deliveries (webhook, entry, began) values ($1, $2, now() - make_interval(days => $3))
                """);
            made.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = webhook }, new() { Value = entry }, new() { Value = days } });
            await made.ExecuteNonQueryAsync();
        }

        await new Deliveries(database.Sessions).Forget(TimeSpan.FromDays(30), TestContext.Current.CancellationToken);

        Assert.Equal(young, Assert.Single((await new Attempts(database.Sessions).List(webhook, new(), TestContext.Current.CancellationToken)).Items).Event);
        Assert.Equal(1, await City.Count("notifications", "select count(*) from webhook_deliveries where webhook = $1 and entry = $2", webhook, young));
        Assert.Equal(1, await City.Count("notifications", "select count(*) from webhook_deliveries where webhook = $1", webhook));
    }

    [Fact]
    public async Task Officials_and_citizens_have_no_webhooks()
    {
        (await (await City.Citizen()).Get("/v1/webhooks")).Is(403);
        (await (await City.Official(City.Committee)).Get("/v1/feed")).Is(403);
    }

    [Fact]
    public async Task The_owner_changes_and_deletes_it()
    {
        var partner = await (await Join()).Subscribe();
        var read = (await partner.Api.Get($"/v1/webhooks/{partner.Webhook}")).Is(200);
        var wanted = new { url = Receiver.UrlOf("elsewhere"), types = new[] { "vn.ecosystem.campaign.*" }, description = "Thử nghiệm" };

        Assert.Equal("if-match-required", (await partner.Api.Put($"/v1/webhooks/{partner.Webhook}", wanted)).Is(428).ProblemType);
        (await partner.Api.Put($"/v1/webhooks/{partner.Webhook}", wanted, ("If-Match", "\"7\""))).Is(412);
        (await partner.Api.Put($"/v1/webhooks/{partner.Webhook}", wanted, ("If-Match", read.Headers["ETag"]))).Is(200);
        Assert.Equal(("Thử nghiệm", "vn.ecosystem.campaign.*"), ($"{(await partner.Read())["description"]}", $"{(await partner.Read())["types"]![0]}"));
        await partner.Leave();
        (await partner.Api.Get($"/v1/webhooks/{partner.Webhook}")).Is(404);
        Assert.Empty((await partner.Api.Get("/v1/webhooks")).Is(200)["items"].AsArray());
        Assert.Equal(0, await City.Count("notifications", "select count(*) from personal_keys where subject = $1", $"webhook:{partner.Webhook}"));
    }

    [Fact]
    public async Task A_repeated_creation_is_the_same_webhook_with_the_same_secret()
    {
        var partner = await Join();
        var wanted = new { url = Receiver.UrlOf(partner.Name) };

        var first = (await partner.Api.Post("/v1/webhooks", wanted, ("Idempotency-Key", "lost-reply"))).Is(201);
        var again = (await partner.Api.Post("/v1/webhooks", wanted, ("Idempotency-Key", "lost-reply"))).Is(201);
        (await partner.Api.Send(HttpMethod.Delete, $"/v1/webhooks/{first.Id}", null, [])).Is(204);

        Assert.Equal((first.Id, $"{first["secret"]}"), (again.Id, $"{again["secret"]}"));
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data/", 422, "webhook-address-not-allowed")]
    [InlineData("https://[::ffff:169.254.169.254]/", 422, "webhook-address-not-allowed")]
    [InlineData("https://127.0.0.2/", 422, "webhook-address-not-allowed")]
    [InlineData("https://2852039166/", 422, "webhook-address-not-allowed")]
    [InlineData("https://no-such-host.invalid/", 422, "webhook-address-not-allowed")]
    [InlineData("http://8.8.8.8/", 400, "webhook-address-malformed")]
    [InlineData("https://user:password@8.8.8.8/", 400, "webhook-address-malformed")]
    [InlineData("https://8.8.8.8:25/", 400, "webhook-address-malformed")]
    [InlineData("", 400, "validation-failed")]
    public async Task An_address_that_may_not_be_used_is_refused_at_once(string url, int status, string problem)
    {
        var partner = await Join();

        var answer = (await partner.Api.Post("/v1/webhooks", new { url })).Is(status);

        Assert.Equal(problem, answer.ProblemType);
        Assert.Empty((await partner.Api.Get("/v1/webhooks")).Is(200)["items"].AsArray());
    }

    [Fact]
    public async Task Types_that_do_not_exist_and_units_that_are_none_are_refused()
    {
        var api = (await Join()).Api;
        var url = Receiver.UrlOf("nobody");

        Assert.Contains("types", (await api.Post("/v1/webhooks", new { url, types = new[] { "vn.ecosystem.reprot.*" } })).Is(400)["errors"].AsObject());
        Assert.Contains("units", (await api.Post("/v1/webhooks", new { url, units = new[] { "00082" } })).Is(400)["errors"].AsObject());
        Assert.Contains("types", (await api.Get("/v1/feed?types=nothing")).Is(400)["errors"].AsObject());
        (await api.Get("/v1/feed?after=-1")).Is(400);
        (await api.Get("/v1/feed?limit=201")).Is(400);
    }

    private ServiceDatabase Database() => new(City.Backends, "notifications");
}
