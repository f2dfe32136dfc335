using Ecosystem.EndToEnd.BadInput;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Access;

/// <summary>Every operation that the services document, asked by the wrong callers: at the gateway and at the service itself.</summary>
public sealed class AccessTests(City city)
{
    private static readonly string[] Forwarded = ["coordination", "feedback", "campaigns", "notifications"];

    internal static readonly string[] Services = ["gateway", .. Forwarded];

    internal static readonly string[] Public =
    [
        "GET /open311/discovery.{format}",
        "GET /open311/v2/requests.{format}",
        "GET /open311/v2/requests/{id}.{format}",
        "GET /open311/v2/services.{format}",
        "GET /open311/v2/services/{code}.{format}",
        "GET /open311/v2/tokens/{token}.{format}",
        "GET /v1/anchors/{day}",
        "GET /v1/attachments/{token}",
        "GET /v1/guidance/articles",
        "GET /v1/guidance/articles/{code}",
        "GET /v1/open-data/reports",
        "GET /v1/open-data/reports/{file}",
        "GET /v1/public/map",
        "GET /v1/public/nearest",
        "GET /v1/public/reports",
        "GET /v1/public/reports.atom",
        "GET /v1/public/satisfaction",
        "GET /v1/tracking/{code}",
        "GET /v1/tracking/{code}/content",
        "POST /v1/assistant/questions",
        "POST /v1/assistant/questions/{id}/rating",
    ];

    [Fact]
    public async Task Nobody_gets_in_without_a_token_but_to_what_is_public()
    {
        var open = await Statuses(address => new(address, token: null, "anyone"), status => status is not (401 or 403));    // Open311 says 403

        Assert.Equal(Public.Concat(Public).Order(), open.Order());
    }

    [Fact]
    public async Task A_caller_without_the_scope_is_refused_everywhere()
    {
        var token = await city.Processes.Tokens.System("curious", []);

        var open = await Statuses(address => new(address, token, "curious"), status => status != 403);

        Assert.Equal(Public.Concat(Public).Order(), open.Order());
    }

    [Theory]
    [InlineData("HS256 signed with nothing", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbiIsImF1ZCI6ImVjb3N5c3RlbSJ9.")]
    [InlineData("not a token", "gibberish")]
    public async Task A_forged_token_opens_nothing(string why, string token)
    {
        Assert.NotEmpty(why);
        (await new Api(city.Processes.Gateway, token, "thief").Get("/v1/inbox")).Is(401);
        (await new Api(city.Processes.Of("notifications").Address, token, "thief").Get("/v1/inbox")).Is(401);
    }

    [Fact]
    public async Task Tokens_that_are_old_or_meant_for_others_open_nothing_and_both_algorithms_do()
    {
        var tokens = city.Processes.Tokens;
        var request = new TokenRequest("citizen", "an");

        (await new Api(city.Processes.Gateway, await tokens.Ask(request with { LifetimeSeconds = -120 }), "an").Get("/v1/inbox")).Is(401);
        (await new Api(city.Processes.Gateway, await tokens.Ask(request with { Audience = "another system" }), "an").Get("/v1/inbox")).Is(401);
        (await new Api(city.Processes.Gateway, await tokens.Ask(request with { Alg = "RS256" }), "an").Get("/v1/inbox")).Is(200);
        (await new Api(city.Processes.Gateway, await tokens.Ask(request with { Alg = "ES256" }), "an").Get("/v1/inbox")).Is(200);
    }

    [Fact]
    public async Task An_operator_without_a_second_factor_is_told_so_and_reads_what_everybody_may()
    {
        var token = await city.Processes.Tokens.Ask(new TokenRequest("official", "operator-1") { Organisation = "01.UBND", Roles = ["operator"], Methods = ["pwd"] });
        var operators = new Api(city.Processes.Gateway, token, "operator-1");

        foreach (var path in (string[])["/v1/partners", "/v1/operations/feedback"])
            Assert.Equal("second-factor-required", (await operators.Get(path)).Is(403).ProblemType);
        (await operators.Get("/v1/organisations?q=cua%20nam")).Is(200);
    }

    [Fact]
    public async Task Who_reads_campaigns_does_not_see_who_takes_part_in_them()
    {
        var scene = await Scene.Of(city);
        string[] people = [$"/v1/campaigns/{scene.Campaign}/enrollments", $"/v1/campaigns/{scene.Campaign}/visits/{scene.Visit}"];
        var (statistics, registry) = (await city.System("campaigns.read"), await city.System("campaigns.residents"));

        (await statistics.Get($"/v1/campaigns/{scene.Campaign}/progress")).Is(200);
        foreach (var path in people)
        {
            (await statistics.Get(path)).Is(403);
            (await registry.Get(path)).Is(200);
        }
    }

    [Fact]
    public async Task Health_and_documents_are_open()
    {
        foreach (var service in Forwarded)
        {
            (await city.Anyone().Get($"/openapi/{service}/v1.json")).Is(200);
            (await new Api(city.Processes.Of(service).Address, null, "anyone").Get("/health/ready")).Is(200);
        }
    }

    [Fact]
    public async Task An_official_of_another_unit_can_neither_see_nor_answer_a_report()
    {
        var report = (await (await city.Citizen()).Post("/v1/reports", Bodies.Report())).Is(201);
        var neighbour = await city.Official("01.00070.UBND");
        var inCharge = await city.Official(City.Committee);

        (await neighbour.Get($"/v1/reports/{report.Id}")).Is(404);
        (await neighbour.Post($"/v1/reports/{report.Id}/acceptance", null)).Is(404);
        (await (await city.Citizen()).Get($"/v1/reports/{report.Id}")).Is(404);
        (await inCharge.Get($"/v1/reports/{report.Id}")).Is(200);
    }

    /// <summary>The operations whose status is one of those asked for, first through the gateway, then directly.</summary>
    private async Task<List<string>> Statuses(Func<Uri, Api> caller, Func<int, bool> asked)
    {
        List<string> found = [];
        foreach (var direct in new[] { false, true })
        {
            foreach (var service in Services)
            {
                var address = city.Processes.Of(service).Address;
                var api = caller(direct ? address : city.Processes.Gateway);
                foreach (var (method, path) in await Operations(city, service))
                {
                    var answer = await api.Send(new HttpMethod(method), Concrete(path), null, []);
                    if (asked(answer.Status)) found.Add($"{method} {path}");
                }
            }
        }

        return found;
    }

    internal static async Task<List<(string Method, string Path)>> Operations(City city, string service)
    {
        var document = await city.Document(service);
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (operation.Key.ToUpperInvariant(), path.Key)))];
    }

    internal static string Concrete(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\{(\w+)\}", parameter => parameter.Groups[1].Value switch
    {
        "organisation" => City.Front,
        "code" => "00082",
        "day" => "2001-01-01",
        "name" => "nothing",
        _ => Guid.Empty.ToString(),
    });
}
