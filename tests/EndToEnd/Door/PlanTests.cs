using Ecosystem.EndToEnd.BadInput;

namespace Ecosystem.EndToEnd.Door;

/// <summary>A partner's limits are those of its plan in the registry; tokens have limits of their own.</summary>
[Collection<BesideTheCity>]
public sealed class PlanTests(City city)
{
    private static readonly (string, string)[] Plans =
    [
        .. City.NoShedding.Select(setting => (setting.Key, setting.Value)),
        ("Limits__Plans__small__read__0__Name", "read"), ("Limits__Plans__small__read__0__Quota", "7"), ("Limits__Plans__small__read__0__Seconds", "3600"),
        ("Limits__Plans__large__read__0__Name", "read"), ("Limits__Plans__large__read__0__Quota", "7000"), ("Limits__Plans__large__read__0__Seconds", "3600"),
        ("Limits__Plans__partner__token__0__Quota", "3"), ("Limits__Plans__partner__token__0__Seconds", "3600"),
        ("Limits__Plans__public__token__0__Quota", "20"), ("Limits__Plans__public__token__0__Seconds", "3600"),
    ];

    [Fact]
    public async Task A_partner_has_its_plan_and_a_change_of_it_holds_at_every_gateway_within_a_minute()
    {
        await using var doors = await Doors.Open(city, 2, Plans);
        var (operators, path) = (await doors.Operator(), PartnerTests.NewPath());
        var registration = PartnerTests.Registration(path);
        registration["plan"] = "small";
        await Eventually.Holds(async () => (await operators.Post("/v1/partners", registration)).Status is 201 or 409, "The gateway has its tables");
        var partner = new[] { await doors.System(path, 0), await doors.System(path, 1) };
        await Has(partner, quota: 7);

        var address = $"/v1/partners/{(await operators.Get("/v1/partners")).Is(200)["items"][0]!["id"]}";
        var changed = new { name = "Hệ thống một cửa", contact = registration["contact"], scopes = new[] { "feedback.read" }, plan = "large" };
        (await operators.Put(address, changed, ("If-Match", "\"1\""))).Is(200);
        await Has(partner, quota: 7000);

        Assert.Contains("small", (await operators.Put(address, new { changed.name, changed.contact, changed.scopes, plan = "smal" }, ("If-Match", "\"2\""))).IsProblem(400, "unknown-plan")["allowed"].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_are_counted_by_partner_once_it_is_proven_and_by_address_before()
    {
        await using var doors = await Doors.Open(city, 1, Plans);
        var operators = await doors.Operator();
        await Eventually.Holds(async () => (await operators.Get("/v1/partners")).Status == 200, "The gateway has its tables");
        var (one, other) = (await Registered(operators), await Registered(operators));
        for (var n = 0; n < 3; n++) (await Ask(doors, one)).Is(200);

        var refused = (await Ask(doors, one)).IsProblem(429, "quota-exceeded");
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        (await Ask(doors, other)).Is(200);

        var guesses = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => Ask(doors, (other.Id, $"guess {n}"))));
        Assert.Equal(15, guesses.Count(answer => answer.Status == 401));
        Assert.Equal(15, guesses.Count(answer => answer.Status == 429));
    }

    private static async Task Has(Api[] gateways, int quota)
    {
        foreach (var gateway in gateways)
            await Eventually.Holds(async () => (await gateway.Get("/v1/categories")).Headers["RateLimit-Policy"].Contains($"q={quota};", StringComparison.Ordinal), $"The quota is {quota}", TimeSpan.FromMinutes(1));
    }

    private static async Task<(string Id, string Secret)> Registered(Api operators)
    {
        var registered = (await operators.Post("/v1/partners", PartnerTests.Registration(PartnerTests.NewPath()))).Is(201);
        return (registered["clientId"].GetValue<string>(), (await operators.Post($"{registered.Headers["Location"]}/credentials", new { })).Is(200)["secret"].GetValue<string>());
    }

    private static Task<Answer> Ask(Doors doors, (string Id, string Secret) partner) => doors.Anyone().Send(
        HttpMethod.Post, "/oauth2/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = partner.Id, ["client_secret"] = partner.Secret }), []);
}
