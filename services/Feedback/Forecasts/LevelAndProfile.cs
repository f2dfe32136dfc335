using System.Globalization;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>A level that moves, times a weekly profile that hardly does: for small counts, whose weekdays alone are too few to learn from.</summary>
public sealed class LevelAndProfile(double alpha) : Model(string.Create(CultureInfo.InvariantCulture, $"level ({alpha}) and weekly profile"))
{
    /// <summary>A week counts half after half a year.</summary>
    private const double Fading = 0.99622;

    /// <summary>So many weeks of an even profile are believed before the first day.</summary>
    private const double Believed = 4;

    private readonly double[] sums = new double[7], weights = new double[7];
    private readonly Surprise surprise = new();
    private double level = double.NaN;

    public override void Learn(int weekday, double count)
    {
        if (double.IsNaN(level)) level = count;
        var expected = Expect(weekday, 1);
        var credible = expected + surprise.Of(count, expected);
        level = Math.Max(0, level + alpha * (credible - expected) / Profile(weekday));
        for (var day = 0; day < 7; day++) (sums[day], weights[day]) = (sums[day] * Fading, weights[day] * Fading);
        (sums[weekday], weights[weekday]) = (sums[weekday] + credible, weights[weekday] + 1);
    }

    public override double Expect(int weekday, int ahead) => double.IsNaN(level) ? 0 : level * Profile(weekday);

    private double Profile(int weekday)
    {
        var mean = sums.Sum() / Math.Max(weights.Sum(), 1e-9);
        return mean <= 0 ? 1 : (sums[weekday] + Believed * mean) / (weights[weekday] + Believed) / mean;
    }
}
