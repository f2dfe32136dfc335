namespace Ecosystem.Feedback.Forecasts;

/// <summary>How a model would have done: from every third evening of the last year, two weeks ahead, knowing only what was before.</summary>
public sealed class Backtest
{
    public const int Horizon = 14;

    private const int Learning = 42, Span = 364, Step = 3;

    private readonly List<double>[] surprises = [[], []];

    private Backtest(Model model) => Model = model;

    /// <summary>It has learnt all days.</summary>
    public Model Model { get; }

    /// <summary>Mean absolute error in reports a day.</summary>
    public double Error { get; private set; }

    /// <param name="factors">What special days are usually like, see <see cref="SpecialFactors"/>.</param>
    public static Backtest Of(Model model, DailyCounts history, SpecialFactors factors)
    {
        var test = new Backtest(model);
        var (errors, tried) = (0.0, 0);
        for (var today = 0; today < history.Counts.Count; today++)
        {
            SpecialFactors.Teach(model, history, today);
            if (today < Learning || today < history.Counts.Count - Span || today % Step != 0) continue;
            for (var ahead = 1; ahead <= Horizon && today + ahead < history.Counts.Count; ahead++, tried++) errors += test.Try(history, factors, today, ahead);
        }

        test.Error = tried == 0 ? double.PositiveInfinity : errors / tried;
        foreach (var week in test.surprises) week.Sort();
        return test;
    }

    /// <summary>The bounds between which so much of the tries lay, as distances from what is expected.</summary>
    public (double Low, double High) Bounds(double expected, int ahead, double share)
    {
        var scale = Scale(expected);
        return (Quantile(ahead, (1 - share) / 2) * scale, Quantile(ahead, (1 + share) / 2) * scale);
    }

    private double Try(DailyCounts history, SpecialFactors factors, int today, int ahead)
    {
        var expected = factors.Expect(Model, history.DayAt(today + ahead), ahead);
        var difference = history.Counts[today + ahead] - expected;
        surprises[Week(ahead)].Add(difference / Scale(expected));
        return Math.Abs(difference);
    }

    /// <summary>Counts spread with the root of their mean.</summary>
    private static double Scale(double expected) => Math.Sqrt(Math.Max(expected, 0.25));

    private static int Week(int ahead) => ahead <= 7 ? 0 : 1;

    private double Quantile(int ahead, double share)
    {
        var sorted = surprises[Week(ahead)];
        if (sorted.Count == 0) return 0;
        var place = share * (sorted.Count - 1);
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + (above - below) * (place - Math.Floor(place));
    }
}
