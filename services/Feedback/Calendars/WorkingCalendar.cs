using System.Collections.Frozen;

namespace Ecosystem.Feedback.Calendars;

/// <summary>
/// Working time of one set of days and hours, from 2000 to 2100. Time worked since the beginning is kept for every midnight,
/// so that a difference is two look-ups and a sum one search, however far the two times are from one another.
/// </summary>
public sealed class WorkingCalendar
{
    private const int Days = 36_890;
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly long Zero = LocalTime.Beginning(First).UtcTicks;

    private readonly DaySpans[] spans = new DaySpans[Days];
    private readonly long[] worked = new long[Days + 1];

    /// <param name="special">Days that are not as their weekday says; of two with one date the later one counts.</param>
    /// <param name="hours">From which day on which hours hold, in order; before the first of them the usual ones.</param>
    public WorkingCalendar(IEnumerable<CalendarDay> special, params IReadOnlyList<(DateOnly From, OfficeHours Hours)> hours)
    {
        var kinds = special.GroupBy(day => day.Date).ToFrozenDictionary(days => days.Key, days => days.Last().Kind);
        var (full, half, next) = (DaySpans.Full(OfficeHours.Usual), DaySpans.Half(OfficeHours.Usual), 0);
        for (var number = 0; number < Days; number++)
        {
            var date = First.AddDays(number);
            for (; next < hours.Count && hours[next].From <= date; next++)
                (full, half) = (DaySpans.Full(hours[next].Hours), DaySpans.Half(hours[next].Hours));
            spans[number] = (kinds.TryGetValue(date, out var kind) ? kind : Usual(date)) switch { DayKind.Holiday => DaySpans.None, DayKind.HalfDay => half, _ => full };
            worked[number + 1] = worked[number] + spans[number].Length;
        }
    }

    public bool IsWorked(DateOnly date) => spans[NumberOf(date)].Length > 0;

    /// <summary>Working time from one time to another; zero when the other one is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => new(Math.Max(0, Worked(to) - Worked(from)));

    /// <summary>The first time at which so much more is worked: the end of a day, and not the next morning, when the day just suffices.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        if (workingTime == TimeSpan.Zero) return start;
        var wanted = Math.Min(Worked(start) + workingTime.Ticks, worked[^1]);
        var found = Array.BinarySearch(worked, wanted);
        var midnight = found < 0 ? ~found : FirstOfEqual(found);
        return TimeOn(midnight - 1, wanted - worked[midnight - 1]);
    }

    /// <summary>The end of the n-th working day after the day of <paramref name="start"/>, which does not count (Civil Code art. 147); the start itself for 0.</summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var number = NumberOf(LocalTime.DayOf(start));
        for (var left = days; left > 0 && number < Days - 1;)
            if (spans[++number].Length > 0) left--;
        return days == 0 ? start : EndOf(number);
    }

    /// <summary>The end of the n-th day after the day of <paramref name="start"/>; of the next working day where that one is none (Civil Code art. 148.5).</summary>
    public DateTimeOffset AddDays(DateTimeOffset start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days == 0) return start;
        var number = NumberOf(LocalTime.DayOf(start).AddDays(days));
        while (spans[number].Length == 0 && number < Days - 1) number++;
        return EndOf(number);
    }

    private static DayKind Usual(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Holiday : DayKind.Working;

    private static int NumberOf(DateOnly date) => Math.Clamp(date.DayNumber - First.DayNumber, 0, Days - 1);

    private static DateTimeOffset Time(long ticks) => new(Zero + ticks, TimeSpan.Zero);

    private long Worked(DateTimeOffset time)
    {
        var (number, inDay) = Math.DivRem(Math.Max(0, time.UtcTicks - Zero), TimeSpan.TicksPerDay);
        return number < Days ? worked[number] + spans[number].Until(inDay) : worked[^1];
    }

    /// <summary>Over days off the time worked stays the same; the first of those midnights ends the day that was worked.</summary>
    private int FirstOfEqual(int midnight)
    {
        while (midnight > 1 && worked[midnight - 1] == worked[midnight]) midnight--;
        return midnight;
    }

    private DateTimeOffset EndOf(int number) => TimeOn(number, spans[number].Length);

    private DateTimeOffset TimeOn(int number, long workedInDay) => Time(number * TimeSpan.TicksPerDay + spans[number].TimeOf(workedInDay));
}
