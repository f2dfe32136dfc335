using Ecosystem.Feedback.Forecasts;

namespace Ecosystem.Benchmarks.Forecasts;

/// <summary>
/// Made-up counts of reports with what real ones show: a weekly pattern (Saturday 70 %, Sunday 55 %), a slow growth and a season of
/// rain, more spread than chance alone (a gamma-mixed Poisson), Tết at a third, holidays at a half, and storms: six a year in the
/// rainy months, one to three days each, two to six times as many reports where the category feels the weather. The same seed gives the same.
/// </summary>
public sealed class ReportYears(int seed)
{
    public static readonly DateOnly First = new(2023, 1, 1);

    private static readonly double[] Week = [0.55, 1.12, 1.08, 1.05, 1.05, 1.08, 0.70];

    private readonly Random chance = new(seed);

    /// <param name="mean">Reports on a mean day of the first year.</param>
    /// <param name="weather">0: does not feel storms; 1: fully.</param>
    public DailyCounts Series(int days, double mean, double weather)
    {
        var storms = Storms(days);
        var growth = 0.05 + 0.25 * chance.NextDouble();
        return new(First, [.. Enumerable.Range(0, days).Select(day => Count(First.AddDays(day), mean * (1 + growth * day / 365), weather, storms[day]))]);
    }

    private int Count(DateOnly day, double mean, double weather, double storm)
    {
        var rain = 1 + 0.2 * weather * Math.Sin(2 * Math.PI * (day.DayOfYear - 110) / 365.0);
        var special = SpecialDays.Usual.Of(day) switch { KindOfDay.Tet => 0.35, KindOfDay.Holiday => 0.5, _ => 1 };
        return Poisson(mean * Week[(int)day.DayOfWeek] * rain * special * (1 + weather * storm) * Gamma(40));
    }

    private double[] Storms(int days)
    {
        var force = new double[days];
        for (var day = 0; day < days; day++)
        {
            if (First.AddDays(day).Month is < 6 or > 11 || chance.NextDouble() >= 6.0 / 183) continue;
            var (length, times) = (chance.Next(1, 4), 1 + 4 * chance.NextDouble());
            for (var on = day; on < Math.Min(days, day + length); on++) force[on] = Math.Max(force[on], times);
        }

        return force;
    }

    /// <summary>Mean 1, variance 1/shape: the sum of exponentials.</summary>
    private double Gamma(int shape) => Enumerable.Range(0, shape).Sum(_ => -Math.Log(1 - chance.NextDouble())) / shape;

    private int Poisson(double mean)
    {
        if (mean > 60) return (int)Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal()));
        var (limit, product, count) = (Math.Exp(-mean), chance.NextDouble(), 0);
        for (; product > limit; count++) product *= chance.NextDouble();
        return count;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
