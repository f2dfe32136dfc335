using System.Text.Json.Nodes;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Documents;

/// <summary>A gateway of its own before the city's services: one of its routes will go, and one service it has never seen.</summary>
public sealed class DeprecationTests : IAsyncLifetime
{
    private readonly City city;
    private readonly LocalEcosystem processes;

    public DeprecationTests(City city)
    {
        this.city = city;
        var services = new[] { "coordination", "feedback", "campaigns" }.ToDictionary(service => $"ReverseProxy__Clusters__{service}__Destinations__a__Address", service => city.Processes.Of(service).Http2Address.GetLeftPart(UriPartial.Authority));
        processes = new(Places.WithTheCity, city.Backends, new EcosystemOptions
        {
            Environment = new Dictionary<string, string>(services)
            {
                ["ReverseProxy__Routes__categories__Metadata__Deprecation"] = "2026-07-01",
                ["ReverseProxy__Routes__categories__Metadata__Sunset"] = "2027-01-01T00:00:00+07:00",
                ["ReverseProxy__Routes__categories__Metadata__Link"] = "/docs",
                ["ECOSYSTEM_ISSUER"] = city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority),
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = city.Processes.TraceSink.Address.GetLeftPart(UriPartial.Authority),
            },
        });
    }

    public async ValueTask InitializeAsync() => await processes.Of("gateway").Start();

    public ValueTask DisposeAsync() => processes.DisposeAsync();

    [Fact]
    public async Task Callers_of_a_route_that_will_go_are_told_and_counted()
    {
        var answered = (await (await Partner("feedback.read")).Get("/v1/categories")).Is(200);
        var refused = (await (await Partner()).Get("/v1/categories")).Is(403);
        var other = await (await Partner()).Get("/v1/reports");

        Assert.All([answered, refused], answer =>
        {
            Assert.Equal("@1782864000", answer.Headers["Deprecation"]);
            Assert.Equal("Thu, 31 Dec 2026 17:00:00 GMT", answer.Headers["Sunset"]);
            Assert.Equal("</docs>; rel=\"deprecation\"", answer.Headers["Link"]);
        });
        Assert.DoesNotContain("Deprecation", other.Headers.Keys);
        await processes.Of("gateway").Stop();    // what was counted is sent at the latest now
        var sink = new Api(city.Processes.TraceSink.Address, null, "anyone");
        await Eventually.Holds(async () => (await sink.Get("/api/metrics")).Text.Contains("ecosystem.gateway.deprecated_calls", StringComparison.Ordinal), "The calls are counted");
    }

    [Fact]
    public async Task A_service_that_was_never_seen_is_named_and_the_others_are_shown()
    {
        var (anyone, document) = (new Api(processes.Gateway, null, "anyone"), default(JsonNode));

        await Eventually.Holds(async () => $"{(document = (await anyone.Get("/openapi/v1.json")).Is(200).Json)["info"]!["description"]}".EndsWith("missing here: notifications.", StringComparison.Ordinal), "The others were asked");

        Assert.NotNull(document!["paths"]!["/v1/reports"]);
    }

    private async Task<Api> Partner(params string[] scopes) => new(processes.Gateway, await city.Processes.Tokens.System("old-partner", scopes), "old-partner");
}
