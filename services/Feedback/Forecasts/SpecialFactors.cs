namespace Ecosystem.Feedback.Forecasts;

/// <summary>What Tết and holidays are like beside ordinary days of the same weekday, as far as this series has shown it.</summary>
public sealed class SpecialFactors(SpecialDays special)
{
    /// <summary>So many expected reports must speak before a factor is believed by half.</summary>
    private const double Believed = 10;

    private readonly Dictionary<KindOfDay, double> factors = [];

    public static SpecialFactors Of(DailyCounts history)
    {
        var (ordinary, learnt) = (new LevelAndProfile(0.03), new SpecialFactors(history.Special));
        var seen = new List<(KindOfDay Kind, double Count, double Expected)>();
        for (var day = 0; day < history.Counts.Count; day++)
        {
            var kind = history.Special.Of(history.DayAt(day));
            if (kind is KindOfDay.Ordinary) ordinary.Learn(Weekday(history.DayAt(day)), history.Counts[day]);
            else if (day >= DailyCounts.LeastDays) seen.Add((kind, history.Counts[day], ordinary.Expect(Weekday(history.DayAt(day)), 1)));
        }

        foreach (var same in seen.GroupBy(day => day.Kind)) learnt.factors[same.Key] = (same.Sum(day => day.Count) + Believed) / (same.Sum(day => day.Expected) + Believed);
        return learnt;
    }

    public double Of(DateOnly day) => factors.GetValueOrDefault(special.Of(day), 1);

    internal static void Teach(Model model, DailyCounts history, int day)
    {
        if (history.Special.Of(history.DayAt(day)) is KindOfDay.Ordinary) model.Learn(Weekday(history.DayAt(day)), history.Counts[day]);
        else model.Skip();
    }

    internal double Expect(Model model, DateOnly day, int ahead) => model.Expect(Weekday(day), ahead) * Of(day);

    private static int Weekday(DateOnly day) => (int)day.DayOfWeek;
}
