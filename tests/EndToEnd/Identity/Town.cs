using Ecosystem.EndToEnd.Door;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>Gateway and Feedback alone, which trust the certified issuer and the city's.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly City city;
    private readonly LocalEcosystem processes;

    public Town(City city, Backends backends)
    {
        this.city = city;
        processes = new(Places.BesideTheCity, backends, new EcosystemOptions
        {
            Environment = new Dictionary<string, string>
            {
                ["ECOSYSTEM_ISSUER"] = $"{Issuer.Name}, {city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority)}, {Doors.Issuer}",
                ["ECOSYSTEM_GATEWAY_ISSUER"] = Doors.Issuer,
                ["ECOSYSTEM_DESK_ADDRESS"] = $"http://127.0.0.1:{Places.BesideTheCity.Ports.Of("gateway")}",
                ["ECOSYSTEM_DESK_CLIENT"] = "desk",
                ["ECOSYSTEM_DESK_SECRET"] = "a secret of tests alone",
                ["ECOSYSTEM_DESK_AUTHORIZE"] = $"{Issuer.Name}/auth",
                ["ECOSYSTEM_DESK_TOKEN"] = $"{Issuer.Name}/token",
                ["Limits__PlanOfKind__anonymous"] = "unlimited",
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = city.Processes.TraceSink.Address.GetLeftPart(UriPartial.Authority),
            },
        });
    }

    public OidcIssuer Issuer { get; } = new(Places.BesideTheCity);

    public IssuerKeys Keys { get; } = new("first");

    public Tokens DevelopmentTokens => city.Processes.Tokens;

    /// <summary>The two places where a token is checked.</summary>
    public Uri[] Entrances => [processes.Gateway, processes.Of("feedback").Address];

    public static async Task<Town> Start(City city)
    {
        var town = new Town(city, await city.Servers.Separate($"town{Guid.NewGuid():N}"[..12]));
        try
        {
            await Task.WhenAll(town.Issuer.Start(town.Keys), town.processes.Of("gateway").Start(), town.processes.Of("feedback").Start());
            return town;
        }
        catch
        {
            await town.DisposeAsync();    // else its ports are taken from the tests that follow
            throw;
        }
    }

    /// <summary>What both doors say to a token, as statuses of a request that any kind of caller may make.</summary>
    public async Task<string> Statuses(string token) => string.Join(' ', await Task.WhenAll(Entrances.Select(door => Status(door, token))));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await processes.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    private async Task<int> Status(Uri door, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(door, "/v1/categories"));
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
