using System.ComponentModel;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>A day to come and between which counts it will probably stay.</summary>
public sealed record ForecastDay(
    [property: Description("Local day, yyyy-MM-dd.")] DateOnly Day,
    [property: Description("Reports that are expected.")] double Expected,
    [property: Description("Eight of ten such days have at least as many reports...")] int Low80,
    [property: Description("... and at most as many.")] int High80,
    [property: Description("Nineteen of twenty such days have at least as many reports...")] int Low95,
    [property: Description("... and at most as many.")] int High95);

/// <summary>What a series will do next, by the model that would have foreseen its last year best.</summary>
/// <param name="Model">Name of that model.</param>
/// <param name="Error">Its mean absolute error in the backtest, reports a day.</param>
/// <param name="NaiveError">The same of "as on the same weekday last week".</param>
public sealed record Forecast(string Model, double Error, double NaiveError, IReadOnlyList<ForecastDay> Days)
{
    /// <summary>Pure: the same history gives the same forecast.</summary>
    /// <param name="history">At least <see cref="DailyCounts.LeastDays"/> days.</param>
    public static Forecast Of(DailyCounts history, int days = Backtest.Horizon)
    {
        var factors = SpecialFactors.Of(history);
        var tests = Forecasts.Model.All.Select(model => Backtest.Of(model(), history, factors)).ToList();
        var best = tests.MinBy(test => test.Error)!;
        return new(best.Model.Name, best.Error, tests[0].Error, [.. Enumerable.Range(1, days).Select(ahead => Day(best, factors, history.DayAt(history.Counts.Count - 1 + ahead), ahead))]);
    }

    private static ForecastDay Day(Backtest test, SpecialFactors factors, DateOnly day, int ahead)
    {
        var expected = factors.Expect(test.Model, day, ahead);
        var (low80, high80) = Whole(expected, test.Bounds(expected, ahead, 0.80));
        var (low95, high95) = Whole(expected, test.Bounds(expected, ahead, 0.95));
        return new(day, Math.Round(expected, 2), low80, high80, low95, high95);
    }

    /// <summary>The counts within the bounds; where there is none, the nearest.</summary>
    private static (int Low, int High) Whole(double expected, (double Low, double High) bounds)
    {
        var (low, high) = (Math.Max(0, Math.Ceiling(expected + bounds.Low)), Math.Floor(expected + bounds.High));
        return ((int)low, (int)Math.Max(low, high));
    }
}
