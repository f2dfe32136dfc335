using System.Net;
using System.Net.Http.Headers;
using Ecosystem.Local;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.Benchmarks;

/// <summary>Three gateways share a limit of 300/s: what they let through together, asked for twice as much, evenly and not.</summary>
internal static class LimitsBenchmark
{
    private const int Quota = 300, Seconds = 10, PerSecond = 600;

    public static async Task Run(Figures figures)
    {
        await using var service = await StandIn.Start(http => http.Response.WriteAsync("[]"));
        var backends = await new Servers(Workspace.OfTests).Separate($"bench{Guid.NewGuid():N}"[..12]);
        var destinations = "abc".ToDictionary(name => $"ReverseProxy__Clusters__feedback__Destinations__{name}__Address", _ => service.Urls.Single());
        await using var issuer = new LocalEcosystem(Workspace.OfTests, backends).Issuer;
        var settings = new Dictionary<string, string>(destinations)
        {
            ["ECOSYSTEM_ISSUER"] = issuer.Address.GetLeftPart(UriPartial.Authority),
            ["ReverseProxy__Clusters__feedback__HttpRequest__Version"] = "1.1",
            ["Limits__Plans__partner__read__0__Quota"] = $"{Quota}",
            ["Limits__Plans__partner__read__0__Seconds"] = "1",
            ["Shedding__Least"] = "100000", // a machine that is busy otherwise would send requests away for that
            ["Shedding__Most"] = "100000",
        };
        await using var city = new LocalEcosystem(StandIn.Gateways, backends, new() { Instances = 3, Environment = settings });
        var gateways = Enumerable.Range(0, 3).Select(instance => city.Of("gateway", instance)).ToArray();
        await Task.WhenAll([issuer.Start(), .. gateways.Select(gateway => gateway.Start())]);

        await Measure(figures, "evenly", new Tokens(issuer.Address), gateways, n => n % 3);
        await Measure(figures, "8:1:1", new Tokens(issuer.Address), gateways, n => n % 10 is 8 or 9 ? n % 10 - 7 : 0);
    }

    private static async Task Measure(Figures figures, string spread, Tokens tokens, ServiceProcess[] gateways, Func<int, int> gatewayOf)
    {
        var token = await tokens.System($"partner-{spread}", ["feedback.read"]);
        var clients = gateways.Select(gateway => new HttpClient { BaseAddress = gateway.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } }).ToArray();
        foreach (var client in clients) (await client.GetAsync("/v1/categories")).EnsureSuccessStatusCode();
        await Task.Delay(1000 - DateTime.UtcNow.Millisecond); // windows begin with the second
        var passed = 0;
        await Load.Open(PerSecond, TimeSpan.FromSeconds(Seconds) - TimeSpan.FromMilliseconds(20), async n =>
        {
            using var answer = await clients[gatewayOf(n)].GetAsync("/v1/categories");
            if (answer.StatusCode == HttpStatusCode.OK) Interlocked.Increment(ref passed);
        });
        foreach (var client in clients) client.Dispose();
        Figures.Tell($"3 gateways, {Quota}/s asked {PerSecond}/s {spread}: passed", passed / (double)Seconds, "1/s");
        figures.AtMost($"3 gateways, {Quota}/s asked {PerSecond}/s {spread}: off by", Math.Abs(100.0 * passed / (Quota * Seconds) - 100), "%", 5);
    }
}
