namespace Ecosystem.Feedback.Forecasts;

/// <summary>A way to foresee counts, which learns day by day and can say at any time what it expects.</summary>
public abstract class Model(string name)
{
    public string Name { get; } = name;

    /// <param name="weekday">0 to 6, the same for all days of a weekday.</param>
    public abstract void Learn(int weekday, double count);

    /// <summary>A day that tells nothing about ordinary ones passes.</summary>
    public virtual void Skip() { }

    /// <param name="ahead">1 = the day after the last learnt one.</param>
    public abstract double Expect(int weekday, int ahead);

    /// <summary>All that compete for a series, each new.</summary>
    public static IEnumerable<Func<Model>> All { get; } =
    [
        () => new WeekdayMean(1), () => new WeekdayMean(4), () => new WeekdayMean(8), () => new WeekdayMean(26),
        () => new LevelAndProfile(0.01), () => new LevelAndProfile(0.03), () => new LevelAndProfile(0.08), () => new LevelAndProfile(0.2),
        .. from alpha in new[] { 0.03, 0.1, 0.25 }
           from beta in new[] { 0.01, 0.1 }
           from gamma in new[] { 0.03, 0.1 }
           select (Func<Model>)(() => new HoltWinters(alpha, beta, gamma)),
    ];
}
