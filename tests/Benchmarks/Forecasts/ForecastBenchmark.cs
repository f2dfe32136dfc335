using System.Diagnostics;

namespace Ecosystem.Benchmarks.Forecasts;

/// <summary>Forecasts of made-up years, see <see cref="ReportYears"/>: whether the intervals keep what they promise, and what they gain over last week's counts.</summary>
internal static class ForecastBenchmark
{
    private const int Number = 60;

    public static void Run(Figures figures)
    {
        var series = HeldOut.Series(seed: 20261122, Number);
        var watch = Stopwatch.StartNew();
        var held = HeldOut.Of(series);
        var each = watch.Elapsed.TotalMilliseconds / (held.Days / 14.0);
        Figures.Tell("forecast: days held out", held.Days, "days");
        figures.AtMost("forecast: interval of 80 % off by", Math.Abs(100 * held.In80 - 80), "points", 4);
        Figures.Tell("forecast: interval of 80 % covers", 100 * held.In80, "%");
        figures.AtMost("forecast: interval of 95 % off by", Math.Abs(100 * held.In95 - 95), "points", 2);
        Figures.Tell("forecast: interval of 95 % covers", 100 * held.In95, "%");
        Figures.Tell("forecast: error of the same weekday last week", held.NaiveError, "reports/day");
        Figures.Tell("forecast: error", held.Error, "reports/day");
        figures.AtMost("forecast: error / same weekday last week", held.Error / held.NaiveError, "ratio", 0.9);
        figures.AtMost("forecast: one series, all models tried", each, "ms", 50);
    }
}
