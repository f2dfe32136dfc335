using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd;

/// <summary>Operators keep the registry of partners through both gateways.</summary>
public sealed class PartnerTests(City city)
{
    [Fact]
    public async Task A_partner_lives_from_its_registration_to_its_deletion()
    {
        var operators = await city.Operator();
        var path = NewPath();
        var registered = (await operators.Post("/v1/partners", Registration(path))).Is(201);
        var address = $"/v1/partners/{registered.Id}";
        Assert.Equal((address, path), (registered.Headers["Location"], registered["clientId"].GetValue<string>()));

        (await operators.Post($"{address}/delete", null)).Is(409);
        (await operators.Post($"{address}/disable", null, ("If-Match", "\"7\""))).Is(412);
        (await operators.Post($"{address}/disable", null, ("If-Match", "\"1\""))).Is(200);
        (await operators.Put(address, new { name = "New name", contact = new { name = "Bình", email = "binh@example.vn" }, scopes = new[] { "inbox.read" } }, ("If-Match", "\"2\""))).Is(200);

        var shown = (await operators.Get(address)).Is(200);
        Assert.Equal(("disabled", "New name", "Bình"), (shown["status"].GetValue<string>(), shown["name"].GetValue<string>(), shown["contact"]["name"]!.GetValue<string>()));
        (await operators.Post($"{address}/delete", null)).Is(200);
        Assert.Null((await operators.Get(address)).Is(200).Json["contact"]);
        Assert.Equal(["partner_registered", "partner_disabled", "partner_changed", "partner_deleted"], (await operators.Get($"{address}/history")).Is(200)["items"].AsArray().Select(entry => entry!["type"]!.GetValue<string>()));
        Assert.Equal("partner-already-registered", (await operators.Post("/v1/partners", Registration(path))).Is(409).ProblemType);
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_is_nowhere_in_the_database()
    {
        var operators = await city.Operator();
        var address = await Registered(operators);
        var made = (await operators.Post($"{address}/credentials", new { }, ("Idempotency-Key", "first"))).Is(200);
        var again = (await operators.Post($"{address}/credentials", new { }, ("Idempotency-Key", "first"))).Is(200);

        Assert.Equal(made["credential"].ToString(), again["credential"].ToString());
        Assert.Null(again.Json["secret"]);
        Assert.Equal(43, made["secret"].GetValue<string>().Length);
        foreach (var table in (string[])["mt_events", "view_partner"])
            Assert.Equal(0, await city.Count("gateway", $"select count(*) from {table} where data::text like '%' || $1 || '%'", made["secret"].GetValue<string>()));

        (await operators.Post($"{address}/credentials", new { })).Is(200);
        Assert.Equal("two-credentials-live", (await operators.Post($"{address}/credentials", new { })).Is(409).ProblemType);
        (await operators.Send(HttpMethod.Delete, $"{address}/credentials/{made["credential"]}", null, [])).Is(200);
        (await operators.Post($"{address}/credentials", new { })).Is(200);
    }

    [Fact]
    public async Task Only_fit_public_keys_are_taken()
    {
        var operators = await city.Operator();
        var address = $"{await Registered(operators)}/credentials";
        var key = new { kty = "EC", crv = "P-256", x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0" };

        Assert.Equal("unfit-public-key", (await operators.Post(address, new { key = new { key.kty, key.crv, key.x, y = key.x } })).Is(400).ProblemType);
        Assert.Equal("validation-failed", (await operators.Post(address, new { key = new { key.kty, key.crv, key.x, key.y, d = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI" } })).Is(400).ProblemType);
        var added = (await operators.Post(address, new { key })).Is(200);
        Assert.Equal(added["credential"].ToString(), (await operators.Post(address, new { key })).Is(200)["credential"].ToString());
        Assert.Null(added.Json["secret"]);
    }

    [Fact]
    public async Task A_repeated_registration_is_one_and_a_wrong_one_hears_of_every_field()
    {
        var operators = await city.Operator();
        var registration = Registration(NewPath());
        var first = (await operators.Post("/v1/partners", registration, ("Idempotency-Key", "once"))).Is(201);
        Assert.Equal(first.Text, (await operators.Post("/v1/partners", registration, ("Idempotency-Key", "once"))).Is(201).Text);

        var wrong = (await operators.Post("/v1/partners", new { path = "../x", name = "", contact = new { name = "An", email = "nowhere" }, scopes = new[] { "operations" }, plan = "No Plan" })).Is(400);
        Assert.Equal(["contact.email", "name", "path", "plan", "scopes"], wrong["errors"].AsObject().Select(error => error.Key).Order());
    }

    [Fact]
    public async Task The_list_goes_page_by_page_and_hides_what_was_deleted()
    {
        var operators = await city.Operator();
        var gone = await Registered(operators);
        foreach (var step in (string[])["disable", "delete"]) (await operators.Post($"{gone}/{step}", null)).Is(200);
        var two = new[] { await Registered(operators), await Registered(operators) };

        var page = (await operators.Get("/v1/partners?limit=1")).Is(200);
        var next = (await operators.Get($"/v1/partners?limit=1&after={Uri.EscapeDataString(page["next"].GetValue<string>())}")).Is(200);
        Assert.Equal(two.Reverse(), new[] { page, next }.Select(answer => $"/v1/partners/{answer["items"][0]!["id"]}"));
        Assert.Equal(gone, $"/v1/partners/{(await operators.Get("/v1/partners?limit=1&status=deleted")).Is(200)["items"][0]!["id"]}");
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_the_registry()
    {
        (await (await city.Official(City.Committee)).Get("/v1/partners")).Is(403);
        (await (await city.Citizen()).Post("/v1/partners", Registration(NewPath()))).Is(403);
        (await (await city.System("feedback.read")).Get("/v1/partners")).Is(403);
    }

    internal static string NewPath() => $"31/01.00082.UBND/system-{Guid.NewGuid():N}";

    internal static JsonObject Registration(string path, params string[] scopes) => new()
    {
        ["path"] = path,
        ["name"] = "Hệ thống một cửa",
        ["contact"] = new JsonObject { ["name"] = "An", ["email"] = "an@example.vn" },
        ["scopes"] = new JsonArray([.. (scopes.Length > 0 ? scopes : ["feedback.read"]).Select(scope => JsonValue.Create(scope))]),
    };

    private static async Task<string> Registered(Api operators) => (await operators.Post("/v1/partners", Registration(NewPath()))).Is(201).Headers["Location"];
}
