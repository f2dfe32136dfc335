using System.Globalization;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>
/// Exponential smoothing with an additive week and a damped trend (Holt 1957, Winters 1960, Gardner and McKenzie 1985), robust
/// against single wild days as of Gelper, Fried and Croux 2010: a surprise teaches no more than three usual ones.
/// </summary>
public sealed class HoltWinters(double alpha, double beta, double gamma) : Model(string.Create(CultureInfo.InvariantCulture, $"Holt-Winters ({alpha}, {beta}, {gamma})"))
{
    private const double Damping = 0.95;
    private const int WarmUp = 28;

    private readonly List<(int Weekday, double Count)> first = [];
    private readonly double[] week = new double[7];
    private readonly Surprise surprise = new();
    private double level, trend;

    public override void Learn(int weekday, double count)
    {
        if (first.Count < WarmUp)
        {
            first.Add((weekday, count));
            Begin();
            return;
        }

        var learnt = surprise.Of(count, Expect(weekday, 1));
        level += Damping * trend + alpha * learnt;
        trend = Damping * trend + alpha * beta * learnt;
        week[weekday] += gamma * (1 - alpha) * learnt;
    }

    public override void Skip()
    {
        level += Damping * trend;
        trend *= Damping;
    }

    public override double Expect(int weekday, int ahead) => Math.Max(0, level + trend * Damping * (1 - Math.Pow(Damping, ahead)) / (1 - Damping) + week[weekday]);

    private void Begin()
    {
        level = first.Average(day => day.Count);
        foreach (var same in first.GroupBy(day => day.Weekday)) week[same.Key] = same.Average(day => day.Count) - level;
    }
}
