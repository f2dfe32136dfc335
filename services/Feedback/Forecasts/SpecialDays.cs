using System.Collections.Frozen;
using Ecosystem.Feedback.Calendars;

namespace Ecosystem.Feedback.Forecasts;

public enum KindOfDay { Ordinary, Tet, Holiday }

/// <summary>
/// Days on which people report otherwise than on the same weekday of other weeks: as a province's calendar says, and in years of
/// which it says nothing (before its first decision, or not decided yet) as the moon does.
/// </summary>
public sealed class SpecialDays
{
    private const int Anchor = 1;    // only the first day of the lunar year, which the law itself names: the other days are not decided yet

    private readonly FrozenDictionary<DateOnly, CalendarDay> said;
    private readonly FrozenDictionary<int, (DateOnly First, DateOnly Last)> tets;
    private readonly FrozenSet<int> years;

    /// <param name="days">The special days of a calendar, each date once.</param>
    public SpecialDays(IEnumerable<CalendarDay> days)
    {
        said = days.ToFrozenDictionary(day => day.Date);
        tets = said.Values.Where(IsTet).GroupBy(day => day.Date.Year).Where(block => block.Count() > Anchor).ToFrozenDictionary(block => block.Key, block => WithRest(block.Min(day => day.Date), block.Max(day => day.Date)));
        years = [.. said.Values.Where(day => day.Kind is DayKind.Holiday).Select(day => day.Date.Year)];
    }

    /// <summary>Of nobody's calendar.</summary>
    public static SpecialDays Usual { get; } = new([]);

    public KindOfDay Of(DateOnly day) =>
        said.GetValueOrDefault(day)?.Kind is DayKind.Working or DayKind.MakeUp ? KindOfDay.Ordinary
        : IsTet(day) ? KindOfDay.Tet
        : IsHoliday(day) ? KindOfDay.Holiday
        : KindOfDay.Ordinary;

    private bool IsTet(DateOnly day) => tets.TryGetValue(day.Year, out var block) ? block.First <= day && day <= block.Last : LunarDays.IsTet(day);

    private bool IsHoliday(DateOnly day) => years.Contains(day.Year) ? said.GetValueOrDefault(day) is { Kind: DayKind.Holiday } : LunarDays.IsHoliday(day);

    private static bool IsTet(CalendarDay day) =>
        day.Kind is DayKind.Holiday && day.Name.Contains("Tết", StringComparison.OrdinalIgnoreCase) && !day.Name.Contains("Dương lịch", StringComparison.OrdinalIgnoreCase);

    /// <summary>The weekends on both sides are a part of it.</summary>
    private (DateOnly First, DateOnly Last) WithRest(DateOnly first, DateOnly last)
    {
        while (IsRest(first.AddDays(-1))) first = first.AddDays(-1);
        while (IsRest(last.AddDays(1))) last = last.AddDays(1);
        return (first, last);
    }

    private bool IsRest(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !said.ContainsKey(day);
}
