using Ecosystem.Local;

namespace Ecosystem.Benchmarks.Reports;

/// <summary>The same questions with 10,000 and with 1,000,000 reports in the store: how long answers take, and how that grows.</summary>
internal static class ReportsBenchmark
{
    private const int Few = 10_000, Many = 1_000_000;

    private static readonly object
        ByCategory = new { from = "2015-01-01", to = "2030-12-31", measures = new[] { "count", "answerHours", "answerOnTimeRate", "satisfaction" }, dimensions = new[] { "category" } },
        ByUnit = new { from = "2015-01-01", to = "2030-12-31", measures = new[] { "count", "answerHours", "responseHours", "reopenShare" }, dimensions = new[] { "unit" }, limit = 1000 },
        ByMonth = new { from = "2015-01-01", to = "2030-12-31", measures = new[] { "count", "processedRate" }, dimensions = new[] { "month" }, filters = new[] { new { field = "severity", @is = new[] { "normal" } } } };

    public static async Task Run(Figures figures)
    {
        var backends = await new Servers(Workspace.OfTests).Separate($"bench{Guid.NewGuid():N}"[..12]);
        var settings = new Dictionary<string, string> { ["Shedding__Least"] = "100000", ["Shedding__Most"] = "100000", ["Limits__PlanOfKind__citizen"] = "unlimited" };
        await using var city = new LocalEcosystem(Workspace.OfTests, backends, new() { Environment = settings });
        await Task.WhenAll(city.Issuer.Start(), city.Of("gateway").Start(), city.Of("feedback").Start());
        var store = new ReportStore(backends);
        await city.Of("feedback").Stop();
        await store.AddOrganisations();
        var few = await Measure(city, store, 0, Few);
        var many = await Measure(city, store, Few, Many);
        foreach (var (name, times) in many) Tell(figures, name, few[name], times);
    }

    private static async Task<Dictionary<string, double[]>> Measure(LocalEcosystem city, ReportStore store, int from, int to)
    {
        if (city.Of("feedback").Runs) await city.Of("feedback").Stop();
        await store.Fill(from, to, to);
        await city.Of("feedback").Start();
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

    private static void Tell(Figures figures, string name, double[] few, double[] many)
    {
        var (isAnalytics, p99) = (name.StartsWith("analytics", StringComparison.Ordinal), Load.Percentile(many, 0.99));
        Figures.Tell($"{name}, p50 of {Few:N0}", Load.Percentile(few, 0.5), "ms");
        Figures.Tell($"{name}, p50 of {Many:N0}", Load.Percentile(many, 0.5), "ms");
        Figures.Tell($"{name}, p99 of {Few:N0}", Load.Percentile(few, 0.99), "ms");
        figures.AtMost($"{name}, p99 of {Many:N0}", p99, "ms", isAnalytics ? 500 : 50);
        Figures.Tell($"{name}, a hundredfold store takes", Load.Percentile(many, 0.5) / Load.Percentile(few, 0.5), "times");
    }
}
