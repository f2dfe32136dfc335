using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>The registry of partners is not worth a request of anybody else's: the gateway works without its database.</summary>
public sealed class GatewayWithoutDatabaseTests(City city) : IAsyncLifetime
{
    private LocalEcosystem alone = null!;

    public ValueTask InitializeAsync()
    {
        var services = city.Processes.Instances.Where(process => process.Name.EndsWith("-a", StringComparison.Ordinal) && !process.Name.StartsWith("gateway", StringComparison.Ordinal));
        alone = new(Places.WithTheCity, city.Backends, new EcosystemOptions
        {
            Environment = new Dictionary<string, string>(services.Select(service => KeyValuePair.Create($"ReverseProxy__Clusters__{service.Name[..^2]}__Destinations__a__Address", $"{service.Http2Address}")))
            {
                ["ECOSYSTEM_ISSUER"] = city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority),
                ["ECOSYSTEM_POSTGRES"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing",
            },
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => alone.DisposeAsync();

    [Fact]
    public async Task It_starts_is_ready_and_forwards_and_says_503_for_what_it_keeps_itself()
    {
        await alone.Of("gateway").Start();

        var citizen = new Api(alone.Gateway, await city.Processes.Tokens.Citizen("an"), "an");
        (await citizen.Post("/v1/reports", Bodies.Report())).Is(201);
        var operators = new Api(alone.Gateway, await city.Processes.Tokens.Official("operator-1", "01.UBND", ["operator"]), "operator-1");
        Assert.Equal("store-unavailable", (await operators.Get("/v1/partners")).Is(503).ProblemType);
        Assert.Equal("store-unavailable", (await operators.Post("/v1/partners", PartnerTests.Registration(PartnerTests.NewPath()))).Is(503).ProblemType);
    }
}
