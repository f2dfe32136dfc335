using Ecosystem.Feedback.Forecasts;

namespace Ecosystem.Benchmarks.Forecasts;

/// <summary>Forecasts against weeks that they have not seen.</summary>
/// <param name="In80">Share of the days that were within the interval of 80 %.</param>
/// <param name="Error">Mean absolute error, reports a day.</param>
/// <param name="NaiveError">The same of the same weekday last week.</param>
public sealed record HeldOut(int Days, double In80, double In95, double Error, double NaiveError)
{
    private const int Years = 3, History = 2 * 365, EveryDays = 14;

    /// <summary>The third year of each series, two weeks at a time, each from all that was before.</summary>
    public static HeldOut Of(IEnumerable<DailyCounts> all)
    {
        var tried = all.SelectMany(series => Enumerable.Range(0, (series.Counts.Count - History) / EveryDays).SelectMany(n => Try(series, History + n * EveryDays))).ToList();
        return new(tried.Count, Share(tried, one => one.In80), Share(tried, one => one.In95), tried.Average(one => one.Error), tried.Average(one => one.Naive));
    }

    /// <summary>Categories of a province and of its larger communes: from two reports a day to two hundred.</summary>
    public static IReadOnlyList<DailyCounts> Series(int seed, int number)
    {
        var years = new ReportYears(seed);
        return [.. Enumerable.Range(0, number).Select(n => years.Series(Years * 365, 2 * Math.Pow(100, n / (double)Math.Max(1, number - 1)), n % 3 / 2.0))];
    }

    private static IEnumerable<(bool In80, bool In95, double Error, double Naive)> Try(DailyCounts series, int from)
    {
        var forecast = Forecast.Of(series.Before(from));
        return forecast.Days.Select((day, n) =>
        {
            var (count, lastWeek) = (series.Counts[from + n], series.Counts[from + n % 7 - 7]);
            return (count >= day.Low80 && count <= day.High80, count >= day.Low95 && count <= day.High95, Math.Abs(count - day.Expected), (double)Math.Abs(count - lastWeek));
        });
    }

    private static double Share<T>(List<T> tried, Func<T, bool> holds) => tried.Count(holds) / (double)tried.Count;
}
