using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Ecosystem.Feedback.Reports;
using Ecosystem.Local;

namespace Ecosystem.Benchmarks.Reports;

/// <summary>What people ask of the service all day, with how long each answer took.</summary>
internal sealed class ReportQuestions(LocalEcosystem city, int reports) : IDisposable
{
    private const int Citizens = 500;

    /// <summary>Milliseconds that count for a report that the gateway gave up on.</summary>
    private const double GivenUp = 30_000;

    private readonly Random chance = new(1);
    private readonly Dictionary<string, HttpClient> callers = [];

    public async Task<double[]> Open() => await Ask(300, 4, async () =>
    {
        var report = Any();
        return (await Official($"01.{report.Commune}.{report.Row.Unit[^4..]}"), new HttpRequestMessage(HttpMethod.Get, $"/v1/reports/{report.Id}"));
    });

    public async Task<double[]> Inbox() => await Ask(300, 4, async () => (await Official($"01.{Any().Commune}.UBND"), new HttpRequestMessage(HttpMethod.Get, "/v1/reports?status=assigned&limit=50")));

    public async Task<double[]> WholeInbox() => await Ask(300, 4, async () => (await Official($"01.{Any().Commune}.UBND"), new HttpRequestMessage(HttpMethod.Get, "/v1/reports?limit=50")));

    public async Task<double[]> Track() => await Ask(300, 4, () => Task.FromResult((Client("anyone", null), new HttpRequestMessage(HttpMethod.Get, $"/v1/tracking/{TrackingCode.Of(Any().Id)}"))));

    public async Task<double[]> Nearest() => await Ask(300, 4, () => Task.FromResult((Client("anyone", null), new HttpRequestMessage(HttpMethod.Get, $"/v1/public/nearest?{Near(Any())}"))));

    public async Task<double[]> Similar() => await Ask(300, 4, async () =>
        (await Official("01.00100.UBND"), new HttpRequestMessage(HttpMethod.Get, $"/v1/reports/similar?category={Any().Row.Category}&{Near(Any())}")));

    public async Task<double[]> ExpectedTimes() => await Ask(300, 4, async () =>
        (await Official("01.00100.UBND"), new HttpRequestMessage(HttpMethod.Get, $"/v1/expected-times?category={Any().Row.Category}&commune={Any().Commune}")));

    /// <summary>One after the other, as a desk asks; each from scratch.</summary>
    public async Task<double[]> Analyse(object query) => await Ask(7, 1, async () =>
        (await Official("01.UBND"), new HttpRequestMessage(HttpMethod.Post, "/v1/analytics/queries") { Content = JsonContent.Create(query) }));

    public async Task<double[]> Get(string path) => await Ask(7, 1, async () => (await Official("01.UBND"), new HttpRequestMessage(HttpMethod.Get, path)));

    /// <summary>A hundred a second through the gateway, of many citizens: each may send but a few an hour, and none says the same twice.</summary>
    public async Task<double[]> Submit()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, Citizens).Select(nr => city.Tokens.Citizen($"citizen-benchmark-{nr}")));
        var gateway = Client("citizens", null, city.Gateway);
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        var first = 0;
        await Load.Closed(4, TimeSpan.FromSeconds(5), () => Submit(gateway, tokens[Interlocked.Increment(ref first) % Citizens], 1_000_000 + first));
        await Load.Open(100, TimeSpan.FromSeconds(10), async nr => times.Add(await Submit(gateway, tokens[nr % Citizens], nr)));
        return [.. times];
    }

    private static string Near(MadeUpReport report) => FormattableString.Invariant($"latitude={report.Row.Spot!.Latitude + 0.0001}&longitude={report.Row.Spot.Longitude}");

    public void Dispose()
    {
        foreach (var caller in callers.Values) caller.Dispose();
    }

    private static async Task<double> Submit(HttpClient gateway, string token, int nr)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Headers = { Authorization = new("Bearer", token) } };
        request.Content = JsonContent.Create(new { category = "lighting", text = $"Đèn đường trước nhà số {nr} hỏng đã ba ngày.", commune = MadeUpReport.CommuneOf(nr % MadeUpReport.Communes) });
        var watch = Stopwatch.GetTimestamp();
        using var answer = await gateway.SendAsync(request);
        return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(watch).TotalMilliseconds
            : answer.StatusCode is System.Net.HttpStatusCode.GatewayTimeout or System.Net.HttpStatusCode.ServiceUnavailable ? GivenUp
            : throw new InvalidOperationException($"A report was refused: {answer.StatusCode}");
    }

    private static async Task<double[]> Ask(int times, int together, Func<Task<(HttpClient, HttpRequestMessage)>> question)
    {
        using var turns = new SemaphoreSlim(together);
        List<(HttpClient Caller, HttpRequestMessage Request)> prepared = [];
        var warmUp = times > 100 ? 100 : 2;    // a service that has just been started compiles as it answers
        for (var n = 0; n < times + warmUp; n++) prepared.Add(await question());
        var answers = await Task.WhenAll(prepared.Select(async one =>
        {
            await turns.WaitAsync();
            var watch = Stopwatch.GetTimestamp();
            using var answer = await one.Caller.SendAsync(one.Request);
            var body = await answer.Content.ReadAsStringAsync();
            turns.Release();
            return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(watch).TotalMilliseconds : throw new InvalidOperationException($"{one.Request.RequestUri}: {answer.StatusCode} {body}");
        }));
        return answers[warmUp..];
    }

    private MadeUpReport Any() => new(chance.Next(reports), 0, DateTimeOffset.UtcNow);

    private async Task<HttpClient> Official(string organisation) =>
        callers.TryGetValue(organisation, out var known) ? known : Client(organisation, await city.Tokens.Official("official-1", organisation, ["coordinator"]));

    private HttpClient Client(string name, string? token, Uri? address = null)
    {
        if (callers.TryGetValue(name, out var known)) return known;
        var client = new HttpClient { BaseAddress = address ?? city.Of("feedback").Address, Timeout = TimeSpan.FromMinutes(1) };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return callers[name] = client;
    }
}
