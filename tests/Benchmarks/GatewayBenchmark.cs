using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Ecosystem.Local;
using Npgsql;

namespace Ecosystem.Benchmarks;

/// <summary>Citizens' reports through the gateway and at the service directly: how many at 32 clients, and how long until the message is in the inbox at 100/s.</summary>
internal static class GatewayBenchmark
{
    private const int Clients = 32;
    private const int PerSecond = 100;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    /// <summary>Each may send thirty reports an hour, and all rounds together send some twenty each.</summary>
    private const int People = 1000;

    // The gateway counts them, but refuses none: they come faster than people do.
    private static readonly Dictionary<string, string> HighLimits = new() { ["Limits__Plans__person__submit__0__Quota"] = "1000000", ["Limits__Plans__person__submit__1__Quota"] = "1000000000" };

    public static async Task Run()
    {
        var servers = new Servers(Workspace.OfTests);
        var backends = await servers.Separate($"bench{Guid.NewGuid():N}"[..12]);
        await using var city = new LocalEcosystem(Workspace.OfTests, backends, new() { Environment = HighLimits });
        await city.Start();
        var tokens = await Citizens(city);
        using HttpClient gateway = Reporters(city.Gateway, tokens), service = Reporters(city.Of("feedback").Address, tokens);
        await Prepare(city, gateway);

        await Throughput(gateway, service);
        await Settled(backends);
        await Delay("through the gateway", gateway, backends);
        await Settled(backends);
        await Delay("at the service", service, backends);
    }

    public static Task<string[]> Citizens(LocalEcosystem city) => Task.WhenAll(Enumerable.Range(0, People).Select(nr => city.Tokens.Citizen($"citizen-bench-{nr}")));

    public static HttpClient Reporters(Uri address, string[] tokens) => new(new InTurn(tokens)) { BaseAddress = address };

    /// <summary>In turns, so that both meet the same machine.</summary>
    private static async Task Throughput(HttpClient gateway, HttpClient service)
    {
        List<double> through = [], direct = [];
        for (var round = 0; round < 3; round++)
        {
            direct.Add((await Load.Closed(Clients, Round, () => Submit(service))).PerSecond);
            through.Add((await Load.Closed(Clients, Round, () => Submit(gateway))).PerSecond);
        }

        Figures.Tell($"reports through the gateway at {Clients}", Load.Percentile(through, 0.5), "1/s");
        Figures.Tell($"reports at the service at {Clients}", Load.Percentile(direct, 0.5), "1/s");
        Figures.Tell("gateway/service", Load.Percentile(through, 0.5) / Load.Percentile(direct, 0.5), "ratio");
    }

    private static async Task Delay(string name, HttpClient http, Backends backends)
    {
        ConcurrentDictionary<Guid, DateTimeOffset> accepted = new();
        await Load.Open(PerSecond, TimeSpan.FromSeconds(15), async _ => accepted[await Submit(http)] = DateTimeOffset.UtcNow);
        Dictionary<Guid, DateTimeOffset> delivered = [];
        await Wait.Until(async ct => accepted.Keys.All((delivered = await Delivered(backends, ct)).ContainsKey), "Every report's message", TimeSpan.FromSeconds(60), default);
        var delays = accepted.Select(report => Math.Max(0, (delivered[report.Key] - report.Value).TotalMilliseconds)).ToArray();
        Figures.Tell($"accepted to delivered {name} at {PerSecond}/s p50", Load.Percentile(delays, 0.50), "ms");
        Figures.Tell($"accepted to delivered {name} at {PerSecond}/s p99", Load.Percentile(delays, 0.99), "ms");
    }

    /// <summary>Every report so far has its message, and its two entries in the feed: what the rounds before left to do must not count as delay.</summary>
    private static Task Settled(Backends backends) => Wait.Until(
        async ct => await Count(backends, "feedback", "report_submitted", ct) is var reports
            && await Count(backends, "notifications", "message_created", ct) >= reports && await Count(backends, "notifications", "feed_entry_published", ct) >= 2 * reports,
        "The end of what the reports lead to", TimeSpan.FromMinutes(3), default);

    private static async Task<long> Count(Backends backends, string service, string type, CancellationToken ct)
    {
        await using var database = Database(backends, service);
        await using var command = database.CreateCommand("select count(*) from mt_events where type = $1");
        command.Parameters.Add(new() { Value = type });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static NpgsqlDataSource Database(Backends backends, string service)
    {
        var address = new NpgsqlConnectionStringBuilder(backends.Postgres);
        address.Database += $"_{service}";
        return NpgsqlDataSource.Create(address);
    }

    /// <summary>When the message about each report was stored in its reader's inbox, by PostgreSQL's clock on this same machine.</summary>
    private static async Task<Dictionary<Guid, DateTimeOffset>> Delivered(Backends backends, CancellationToken ct)
    {
        await using var database = Database(backends, "notifications");
        await using var command = database.CreateCommand("select (data->'arguments'->>'reportId')::uuid, timestamp from mt_events where type = 'message_created' and data->>'template' = 'report-received'");
        await using var reader = await command.ExecuteReaderAsync(ct);
        Dictionary<Guid, DateTimeOffset> delivered = [];
        while (await reader.ReadAsync(ct)) delivered.Add(reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1));
        return delivered;
    }

    public static async Task Prepare(LocalEcosystem city, HttpClient citizen)
    {
        using var operators = Client(city.Gateway, await city.Tokens.Official("operator", "01.UBND", ["operator"]));
        var units = await File.ReadAllTextAsync(Repository.File("services", "Coordination", "Data", "administrative-units.csv"));
        using var imported = await operators.PostAsync("/v1/administrative-units/imports?validFrom=2026-04-30", new StringContent(units, Encoding.UTF8, "text/csv"));
        imported.EnsureSuccessStatusCode();
        await Wait.Until(async ct => (await Post(citizen, ct)).IsSuccessStatusCode, "Feedback knows the units", TimeSpan.FromSeconds(60), default);
    }

    public static async Task<Guid> Submit(HttpClient http)
    {
        using var answer = await Post(http, default);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!.Id;
    }

    private static Task<HttpResponseMessage> Post(HttpClient http, CancellationToken ct) => http.PostAsJsonAsync(
        "/v1/reports", new { category = "lighting", text = "Đèn đường trước số 12 phố Cửa Nam hỏng đã ba ngày, rất tối.", commune = "00082" }, ct);

    public static HttpClient Client(Uri address, string token) =>
        new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private sealed record Receipt(Guid Id);

    /// <summary>Each request is the next citizen's.</summary>
    private sealed class InTurn(string[] tokens) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int sent;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[Interlocked.Increment(ref sent) % tokens.Length]);
            return base.SendAsync(request, ct);
        }
    }
}
