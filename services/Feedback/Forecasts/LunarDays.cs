using System.Globalization;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>Tết and holidays by rule, for the years of which no calendar says anything.</summary>
internal static class LunarDays
{
    // Viet Nam's lunar calendar follows the meridian of 105 degrees east; until 2030 its new years are those of this one.
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (4, 30), (5, 1), (9, 2)];

    /// <summary>From the eve to the seventh day of the lunar year.</summary>
    public static bool IsTet(DateOnly day) => Of(day) is (1, <= 7) || Of(day.AddDays(1)) is (1, 1);

    /// <summary>Those of the sun, and the Hung Kings' day.</summary>
    public static bool IsHoliday(DateOnly day) => Fixed.Contains((day.Month, day.Day)) || Of(day) is (3, 10);

    /// <summary>Month and day, a leap month counted as the one before.</summary>
    private static (int Month, int Day) Of(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var (year, month) = (Lunar.GetYear(time), Lunar.GetMonth(time));
        var leap = Lunar.GetLeapMonth(year);
        return (leap > 0 && month >= leap ? month - 1 : month, Lunar.GetDayOfMonth(time));
    }
}
