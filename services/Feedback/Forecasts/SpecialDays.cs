using System.Collections.Concurrent;
using System.Globalization;

namespace Ecosystem.Feedback.Forecasts;

public enum KindOfDay { Ordinary, Tet, Holiday }

/// <summary>Days on which people report otherwise than on the same weekday of other weeks.</summary>
public static class SpecialDays
{
    // Viet Nam's lunar calendar follows the meridian of 105 degrees east; until 2030 its new years are those of this one.
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (4, 30), (5, 1), (9, 2)];

    private static readonly ConcurrentDictionary<DateOnly, KindOfDay> Known = new();

    public static KindOfDay Of(DateOnly day) => Known.GetOrAdd(day, Find);

    private static KindOfDay Find(DateOnly day) =>
        IsTet(day) ? KindOfDay.Tet
        : Fixed.Contains((day.Month, day.Day)) || IsHungKings(day) ? KindOfDay.Holiday
        : KindOfDay.Ordinary;

    /// <summary>From the eve to the seventh day of the lunar year.</summary>
    private static bool IsTet(DateOnly day) => LunarOf(day) is (1, <= 7) || LunarOf(day.AddDays(1)) is (1, 1);

    private static bool IsHungKings(DateOnly day) => LunarOf(day) is (3, 10);

    /// <summary>Month and day, a leap month counted as the one before.</summary>
    private static (int Month, int Day) LunarOf(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var (year, month) = (Lunar.GetYear(time), Lunar.GetMonth(time));
        var leap = Lunar.GetLeapMonth(year);
        return (leap > 0 && month >= leap ? month - 1 : month, Lunar.GetDayOfMonth(time));
    }
}
