using System.Diagnostics;
using System.Net.Http.Json;
using Ecosystem.Local;

namespace Ecosystem.Benchmarks;

/// <summary>What 10,000 registered partners and 1,000 webhooks that wait for other units' events cost a read and a report of somebody else: the same, before and after they are there.</summary>
internal static class CrowdBenchmark
{
    private const int Partners = 10_000, Webhooks = 1_000, Readers = 64, Registrars = 16, ReportsPerSecond = 50;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string> Environment = new()
    {
        ["Limits__PlanOfKind__system"] = "unlimited", ["Limits__PlanOfKind__official"] = "unlimited", ["Limits__PlanOfKind__citizen"] = "unlimited",
    };

    public static async Task Run(Figures figures)
    {
        var backends = await new Servers(Workspace.OfTests).Separate($"bench{Guid.NewGuid():N}"[..12]);
        await using var city = new LocalEcosystem(Workspace.OfTests, backends, new() { Environment = Environment });
        await city.Start();
        using var reporters = GatewayBenchmark.Reporters(city.Gateway, await GatewayBenchmark.Citizens(city));
        using var reader = GatewayBenchmark.Client(city.Gateway, await city.Tokens.System("01/BENCH/system-1", ["feedback.read"]));
        await GatewayBenchmark.Prepare(city, reporters);
        await Measure(reader, reporters);    // warms up
        var alone = await Measure(reader, reporters);

        await Register(city);
        await Subscribe(city);
        var crowded = await Measure(reader, reporters);
        Figures.Tell("reads through the gateway, alone", alone.ReadsPerSecond, "1/s");
        Figures.Tell($"reads beside {Partners} partners, {Webhooks} webhooks", crowded.ReadsPerSecond, "1/s");
        figures.AtLeast("reads, crowded/alone", crowded.ReadsPerSecond / alone.ReadsPerSecond, "ratio", 0.95);
        Figures.Tell($"a report at {ReportsPerSecond}/s, alone, p50", alone.Report, "ms");
        figures.AtMost("a report, crowded/alone, p50", crowded.Report / alone.Report, "ratio", 1.1);
    }

    private static async Task<(double ReadsPerSecond, double Report)> Measure(HttpClient reader, HttpClient reporters)
    {
        var reads = await Load.Closed(Readers, Round, async () => (await reader.GetAsync("/v1/categories")).EnsureSuccessStatusCode().Dispose());
        List<double> times = [];
        await Load.Open(ReportsPerSecond, Round, async _ =>
        {
            var watch = Stopwatch.StartNew();
            await GatewayBenchmark.Submit(reporters);
            lock (times) times.Add(watch.Elapsed.TotalMilliseconds);
        });
        return (reads.PerSecond, Load.Percentile(times, 0.5));
    }

    private static async Task Register(LocalEcosystem city)
    {
        using var operators = GatewayBenchmark.Client(city.Gateway, await city.Tokens.Official("operator", "01.UBND", ["operator"]));
        await InTurn(Partners, nr => Post(operators, "/v1/partners", new
        {
            path = $"01/BENCH/system-{nr}", name = $"System {nr}", contact = new { name = "Operations", email = $"system-{nr}@partner.example" }, scopes = new[] { "feedback.read" },
        }));
    }

    private static async Task Subscribe(LocalEcosystem city)
    {
        using var system = GatewayBenchmark.Client(city.Gateway, await city.Tokens.System("bench", ["webhooks.manage"]));
        await InTurn(Webhooks, nr => Post(system, "/v1/webhooks", new { url = $"http://127.0.0.1:8080/{nr}", units = new[] { $"31.{nr:00000}.UBND" } }));
    }

    private static Task InTurn(int count, Func<int, Task> send) =>
        Parallel.ForEachAsync(Enumerable.Range(1, count), new ParallelOptions { MaxDegreeOfParallelism = Registrars }, async (nr, _) => await send(nr));

    private static async Task Post(HttpClient http, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } } };
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }
}
