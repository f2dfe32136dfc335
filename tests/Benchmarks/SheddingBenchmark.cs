using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Ecosystem.Local;

namespace Ecosystem.Benchmarks;

/// <summary>A service that can do 200 requests a second is asked for 600, most of them exports: what becomes of the submits.</summary>
internal static class SheddingBenchmark
{
    private const int AtOnce = 8, Submits = 60, Exports = 540;
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(40), Round = TimeSpan.FromSeconds(6);

    public static async Task Run(Figures figures)
    {
        using var places = new SemaphoreSlim(AtOnce);
        await using var service = await StandIn.Start(async http =>
        {
            if (http.Request.Path == "/health/ready") return;
            await places.WaitAsync(http.RequestAborted);
            await Task.Delay(Work);
            places.Release();
        });
        var backends = await new Servers(Workspace.OfTests).Separate($"bench{Guid.NewGuid():N}"[..12]);
        await using var issuer = new LocalEcosystem(Workspace.OfTests, backends).Issuer;
        await using var city = new LocalEcosystem(StandIn.Gateways, backends, new() { Environment = Settings(issuer, service.Urls.Single()) });
        await Task.WhenAll(issuer.Start(), city.Of("gateway").Start());
        using var client = new HttpClient { BaseAddress = city.Gateway, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", await new Tokens(issuer.Address).Citizen("citizen-bench")) } };

        var calm = await Measure(client, exports: 0);
        await Measure(client, Exports); // the gateway finds out what the service can do
        var rush = await Measure(client, Exports);

        Figures.Tell($"submits at {Submits}/s alone p95", Load.Percentile(calm.Submits.Select(one => one.Milliseconds), 0.95), "ms");
        figures.AtMost($"submits among {Exports} exports/s p95", Load.Percentile(rush.Submits.Select(one => one.Milliseconds), 0.95), "ms", 500);
        figures.AtLeast("submits served in the rush", 100.0 * rush.Submits.Count(one => one.Status == 200) / rush.Submits.Count, "%", 99);
        Figures.Tell("exports sent away in the rush", 100.0 * rush.Exports.Count(one => one.Status == 503) / rush.Exports.Count, "%");
    }

    private static async Task<(ConcurrentBag<Call> Submits, ConcurrentBag<Call> Exports)> Measure(HttpClient client, int exports)
    {
        ConcurrentBag<Call> submitted = [], exported = [];
        await Task.WhenAll(
            Load.Open(Submits, Round, async _ => submitted.Add(await Time(() => client.PostAsync("/v1/reports", content: null)))),
            Load.Open(exports, Round, async _ => exported.Add(await Time(() => client.GetAsync("/v1/reports/export")))));
        return (submitted, exported);
    }

    private static async Task<Call> Time(Func<Task<HttpResponseMessage>> call)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await call();
        return new((int)answer.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static Dictionary<string, string> Settings(ServiceProcess issuer, string service) => new()
    {
        ["ECOSYSTEM_ISSUER"] = issuer.Address.GetLeftPart(UriPartial.Authority),
        ["ReverseProxy__Clusters__feedback__Destinations__a__Address"] = service,
        ["ReverseProxy__Clusters__feedback__HttpRequest__Version"] = "1.1",
        ["ReverseProxy__Routes__all__ClusterId"] = "feedback",
        ["ReverseProxy__Routes__all__Match__Path"] = "/v1/reports/export",
        ["ReverseProxy__Routes__all__Metadata__Class"] = "export",
        ["Limits__PlanOfKind__citizen"] = "unlimited",
        ["Shedding__Least"] = "16",
        ["Shedding__TargetMilliseconds"] = "200",
    };

    private sealed record Call(int Status, double Milliseconds);
}
