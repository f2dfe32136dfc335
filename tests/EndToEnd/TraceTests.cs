using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd;

/// <summary>What a person asked for is one trace, from the gateway's request to the delivery, whatever lies between.</summary>
public sealed class TraceTests(City city)
{
    [Fact]
    public async Task A_report_is_one_chain_from_the_gateway_to_the_mail()
    {
        var (citizen, trace) = (await city.Citizen(), new Trace(city));
        (await citizen.Put("/v1/preferences", new { language = "vi", email = $"{citizen.Subject}@example.vn" })).Is(200);

        (await citizen.Post("/v1/reports", Bodies.Report(), trace.Header)).Is(201);
        var chain = await trace.ChainTo(span => span is { Service: "notifications", Name: "mail" }, through: "ReportReceived publish");    // the unit may get a mail, too

        Assert.Equal(Chain("POST /v1/reports/{**rest}", "feedback", "POST /v1/reports", "report", "ReportReceived", "tell-reporter-of-receipt", mailed: true), chain.Select(span => $"{span}"));
        Assert.All([chain[0], chain[2]], span => Assert.Equal(("POST", "/v1/reports", "201"), (span["http.request.method"], span["url.path"], span["http.response.status_code"])));
        Assert.Equal(("/v1/reports/{**rest}", "/v1/reports"), (chain[0]["http.route"], chain[2]["http.route"]));
    }

    [Fact]
    public async Task A_directive_is_one_chain_to_its_recipients_inbox()
    {
        var (city01, trace) = (await city.Official("01.MTTQ"), new Trace(city));

        (await city01.Post("/v1/directives", Bodies.Directive(City.Front), trace.Header)).Is(201);
        var chain = await trace.ChainTo(span => span is { Service: "notifications", Name: "append message" });

        Assert.Equal(Chain("POST /v1/directives", "coordination", "POST /v1/directives", "directive", "DirectiveSent", "tell-recipient-of-directive"), chain.Select(span => $"{span}"));
    }

    [Fact]
    public async Task An_enrollment_is_one_chain_to_the_residents_inbox()
    {
        var (resident, trace) = (await city.Citizen(), new Trace(city));
        var (campaign, point) = await LaunchedPoint();

        (await resident.Post($"/v1/campaigns/{campaign}/enrollments", new { place = point }, trace.Header)).Is(201);
        var chain = await trace.ChainTo(span => span is { Service: "notifications", Name: "append message" });

        Assert.Equal(Chain("POST /v1/campaigns/{**rest}", "campaigns", "POST /v1/campaigns/{id}/enrollments", "queue", "PlaceGiven", "tell-resident-of-place"), chain.Select(span => $"{span}"));
    }

    [Fact]
    public async Task A_refusal_is_in_the_trace_with_its_status()
    {
        var (citizen, trace) = (await city.Citizen(), new Trace(city));

        (await citizen.Post("/v1/reports", Bodies.Report("short"), trace.Header)).Is(400);
        var chain = await trace.ChainTo(span => span is { Service: "feedback", Kind: "server" });

        Assert.All([chain[0], chain[^1]], span => Assert.Equal("400", span["http.response.status_code"]));
    }

    [Fact]
    public async Task Health_probes_make_no_spans()
    {
        foreach (var process in city.Processes.Instances)
            for (var times = 0; times < 20; times++) Assert.True(await process.IsReady());
        await Exported();

        var names = (await All()).Select(trace => $"{trace!["name"]}").ToList();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => name.Contains("health", StringComparison.OrdinalIgnoreCase) || name.StartsWith("proxy.", StringComparison.Ordinal));
    }

    /// <summary>Waits until the spans of something that was done after all else are in the sink.</summary>
    private async Task Exported()
    {
        var trace = new Trace(city);
        (await (await city.Citizen()).Get("/v1/categories", trace.Header)).Is(200);
        await trace.ChainTo(span => span is { Service: "feedback", Kind: "server" });
    }

    private async Task<JsonArray> All() => JsonNode.Parse((await new Api(city.Processes.TraceSink.Address, null, "anyone").Get("/api/traces?limit=200")).Text)!.AsArray();

    private async Task<(string Campaign, string Point)> LaunchedPoint()
    {
        var committee = await city.Official(City.Committee);
        var campaign = (await committee.Post("/v1/campaigns", Bodies.Campaign())).Is(201).Id;
        var point = (await committee.Post($"/v1/campaigns/{campaign}/points", Bodies.Point(capacity: 1))).Is(201).Id;
        (await committee.Post($"/v1/campaigns/{campaign}/launch", null)).Is(200);
        return (campaign, point);
    }

    private static IEnumerable<string> Chain(string gatewayRoute, string service, string route, string stream, string contract, string consumer, bool mailed = false) =>
    [
        $"gateway server {gatewayRoute}",
        "gateway client POST",
        $"{service} server {route}",
        $"{service} internal append {stream}",
        $"{service} producer {contract} publish",
        .. Consumed(consumer),
        "notifications internal append message",
        .. mailed ? ["notifications producer MessageCreated publish", .. Consumed("mail-message"), "notifications client mail"] : Array.Empty<string>(),
    ];

    private static string[] Consumed(string consumer) => [$"notifications consumer notifications-{consumer} receive", $"notifications consumer notifications-{consumer} process"];
}
