using System.Globalization;
using Ecosystem.Local;

namespace Ecosystem.Benchmarks.Reports;

/// <summary>
/// The same questions with 10,000 and with 1,000,000 reports in the store: how long answers take, and how that grows. ECOSYSTEM_BENCH_STORE
/// names databases that are kept and filled once, for whoever works on a query; ECOSYSTEM_BENCH_REPORTS is another number than a million.
/// </summary>
internal static class ReportsBenchmark
{
    private const int Few = 10_000;

    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("ECOSYSTEM_BENCH_REPORTS"), CultureInfo.InvariantCulture, out var number) ? number : 1_000_000;

    private static readonly object
        ByCategory = new { from = "2015-01-01", to = "2030-12-31", measures = new[] { "count", "answerHours", "answerOnTimeRate", "satisfaction" }, dimensions = new[] { "category" } },
        ByUnit = new { from = "2015-01-01", to = "2030-12-31", measures = new[] { "count", "answerHours", "responseHours", "reopenShare" }, dimensions = new[] { "unit" }, limit = 1000 },
        ByMonth = new { from = "2015-01-01", to = "2030-12-31", measures = new[] { "count", "processedRate" }, dimensions = new[] { "month" }, filters = new[] { new { field = "severity", @is = new[] { "normal" } } } };

    public static async Task Run(Figures figures)
    {
        var backends = await new Servers(Workspace.OfTests).Separate(Environment.GetEnvironmentVariable("ECOSYSTEM_BENCH_STORE") ?? $"bench{Guid.NewGuid():N}"[..12]);
        var settings = new Dictionary<string, string> { ["Shedding__Least"] = "100000", ["Shedding__Most"] = "100000", ["Limits__PlanOfKind__citizen"] = "unlimited" };
        await using var city = new LocalEcosystem(Workspace.OfTests, backends, new() { Environment = settings });
        await Task.WhenAll(city.Issuer.Start(), city.Of("gateway").Start(), city.Of("feedback").Start());
        var store = new ReportStore(backends);
        await city.Of("feedback").Stop();
        if (!await store.Has(0)) await store.Prepare();
        var few = await store.Has(Few + 1) ? null : await Measure(city, store, 0, Few);
        var many = await Measure(city, store, Few, Many);
        foreach (var (name, times) in many) Tell(figures, name, few?[name], times);
    }

    private static async Task<Dictionary<string, double[]>> Measure(LocalEcosystem city, ReportStore store, int from, int to)
    {
        if (city.Of("feedback").Runs) await city.Of("feedback").Stop();
        if (!await store.Has(to)) await store.Fill(from, to, to);
        await city.Of("feedback").Start();
        await store.Quiet();
        Figures.Tell($"load average before the questions to {to:N0}", double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture), "");
        using var ask = new ReportQuestions(city, to);
        var day = DateTime.UtcNow.AddHours(7);
        return new()
        {
            ["open a report"] = await ask.Open(),
            ["a unit's assigned reports"] = await ask.Inbox(),
            ["a unit's reports"] = await ask.WholeInbox(),
            ["track by code"] = await ask.Track(),
            ["nearest open reports"] = await ask.Nearest(),
            ["similar reports"] = await ask.Similar(),
            ["expected answer time"] = await ask.ExpectedTimes(),
            ["submit at 100/s through the gateway"] = await ask.Submit(),
            ["analytics by category, medians"] = await ask.Analyse(ByCategory),
            ["analytics by unit, two medians"] = await ask.Analyse(ByUnit),
            ["analytics by month, filtered"] = await ask.Analyse(ByMonth),
            ["analytics of a year's events"] = await ask.Analyse(Year(day, "event", "event")),
            ["analytics of a year's open reports"] = await ask.Analyse(Year(day, "openStateDay", "status")),
            ["analytics league of a year"] = await ask.Get($"/v1/analytics/league?from={day.AddDays(-364):yyyy-MM-dd}&to={day:yyyy-MM-dd}"),
        };
    }

    private static object Year(DateTime day, string grain, string dimension) =>
        new { grain, from = $"{day.AddDays(-364):yyyy-MM-dd}", to = $"{day:yyyy-MM-dd}", measures = new[] { "count", "share" }, dimensions = new[] { dimension } };

    private static void Tell(Figures figures, string name, double[]? few, double[] many)
    {
        var (isAnalytics, p50) = (name.StartsWith("analytics", StringComparison.Ordinal), Load.Percentile(many, 0.5));
        Figures.Tell($"{name}, p50 of {Many:N0}", p50, "ms");
        figures.AtMost($"{name}, p99 of {Many:N0}", Load.Percentile(many, 0.99), "ms", isAnalytics ? 500 : 50);
        if (few is null) return;
        Figures.Tell($"{name}, p50 of {Few:N0}", Load.Percentile(few, 0.5), "ms");
        Figures.Tell($"{name}, p99 of {Few:N0}", Load.Percentile(few, 0.99), "ms");
        Figures.Tell($"{name}, the larger store takes", p50 / Load.Percentile(few, 0.5), "times");
    }
}
