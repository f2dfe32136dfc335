namespace Ecosystem.Feedback.Forecasts;

/// <summary>How many reports came each day, without gaps, in local days.</summary>
public sealed record DailyCounts(DateOnly First, IReadOnlyList<int> Counts)
{
    /// <summary>Two months: below that, nobody can tell a weekly pattern from chance.</summary>
    public const int LeastDays = 56;

    /// <summary>Which of its days are not like others.</summary>
    public SpecialDays Special { get; init; } = SpecialDays.Usual;

    public DateOnly DayAt(int index) => First.AddDays(index);

    /// <summary>What was known on the evening of the day before.</summary>
    public DailyCounts Before(int index) => this with { Counts = [.. Counts.Take(index)] };
}
