using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Ecosystem.Feedback.Reports;
using Ecosystem.Local;

namespace Ecosystem.Benchmarks.Reports;

/// <summary>What people ask of the service all day, with how long each answer took.</summary>
internal sealed class ReportQuestions(LocalEcosystem city, int reports) : IDisposable
{
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

    /// <summary>A hundred a second through the gateway.</summary>
    public async Task<double[]> Submit()
    {
        var citizen = Client("citizen", await city.Tokens.Citizen("citizen-benchmark"), city.Gateway);
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        await Load.Open(100, TimeSpan.FromSeconds(2), _ => Submit(citizen));
        await Load.Open(100, TimeSpan.FromSeconds(10), async _ => times.Add(await Submit(citizen)));
        return [.. times];
    }

    private static string Near(MadeUpReport report) => FormattableString.Invariant($"latitude={report.Row.Spot!.Latitude + 0.0001}&longitude={report.Row.Spot.Longitude}");

    public void Dispose()
    {
        foreach (var caller in callers.Values) caller.Dispose();
    }

    private static async Task<double> Submit(HttpClient citizen)
    {
        var watch = Stopwatch.GetTimestamp();
        using var answer = await citizen.PostAsJsonAsync("/v1/reports", new { category = "lighting", text = "Đèn đường trước nhà hỏng đã ba ngày.", commune = "00101" });
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static async Task<double[]> Ask(int times, int together, Func<Task<(HttpClient, HttpRequestMessage)>> question)
    {
        using var turns = new SemaphoreSlim(together);
        List<(HttpClient Caller, HttpRequestMessage Request)> prepared = [];
        for (var n = 0; n < times + 2; n++) prepared.Add(await question());
        var answers = await Task.WhenAll(prepared.Select(async one =>
        {
            await turns.WaitAsync();
            var watch = Stopwatch.GetTimestamp();
            using var answer = await one.Caller.SendAsync(one.Request);
            var body = await answer.Content.ReadAsStringAsync();
            turns.Release();
            return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(watch).TotalMilliseconds : throw new InvalidOperationException($"{one.Request.RequestUri}: {answer.StatusCode} {body}");
        }));
        return answers[2..];    // the first two find the way
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
