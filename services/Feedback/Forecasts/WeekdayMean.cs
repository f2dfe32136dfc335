namespace Ecosystem.Feedback.Forecasts;

/// <summary>Seasonal naive: as on the same weekday of the last weeks, the best and the worst of four or more left out. With one week it is what all others are measured against.</summary>
public sealed class WeekdayMean(int weeks) : Model(weeks == 1 ? "same weekday last week" : $"mean of {weeks} same weekdays")
{
    private readonly Queue<double>[] last = [.. Enumerable.Range(0, 7).Select(_ => new Queue<double>())];

    public override void Learn(int weekday, double count)
    {
        last[weekday].Enqueue(count);
        if (last[weekday].Count > weeks) last[weekday].Dequeue();
    }

    public override double Expect(int weekday, int ahead)
    {
        var days = last[weekday];
        return days.Count switch
        {
            0 => 0,
            < 4 => days.Average(),
            _ => (days.Sum() - days.Max() - days.Min()) / (days.Count - 2),
        };
    }
}
