namespace Ecosystem.Feedback.Forecasts;

/// <summary>How far counts usually are from what was expected; a storm's day counts as a large surprise, not as the new usual.</summary>
internal sealed class Surprise
{
    private const double Memory = 0.02, Widest = 3;

    private double usual = double.NaN;

    /// <summary>The difference, cut to what can be learnt from one day.</summary>
    public double Of(double count, double expected)
    {
        var difference = count - expected;
        if (double.IsNaN(usual)) usual = Math.Max(1, Math.Sqrt(Math.Max(count, expected)));
        var cut = Math.Clamp(difference, -Widest * usual, Widest * usual);
        usual += Memory * (Math.Abs(cut) * 1.25 - usual);
        return cut;
    }
}
