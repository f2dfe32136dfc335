using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Calendars;

// Quoted names are in the database for good: add, never rename.
public abstract record CalendarEvent;

/// <summary>A decision fixed days, or hours from a day on.</summary>
/// <param name="Code">The province whose offices it is about.</param>
/// <param name="ValidFrom">From the beginning of this local day it counts for all deadlines, also for those that run.</param>
/// <param name="Hours">New office hours for the days from <paramref name="ValidFrom"/> on; null: as before.</param>
[Stored("calendar_changed")]
public sealed record CalendarChanged(
    string Code, string Decision, DateOnly ValidFrom, ImmutableList<CalendarDay> Days, OfficeHours? Hours, DateTimeOffset At) : CalendarEvent
{
    public bool SaysAs(CalendarChanged? other) =>
        other is not null && (Decision, ValidFrom, Hours) == (other.Decision, other.ValidFrom, other.Hours) && Days.SequenceEqual(other.Days);
}

/// <summary>A province's working calendar: the shipped days, and what decisions changed. It is the row of its own view as well.</summary>
public sealed record Calendar(ImmutableList<CalendarChanged> Changes)
{
    public static readonly Calendar Shipped = new([]);

    public static Guid IdOf(string code) => NamedId.Of($"calendar:{code}");

    public static Calendar Evolve(Calendar calendar, CalendarEvent happened) => happened switch
    {
        CalendarChanged e => new(calendar.Changes.Add(e)),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static Calendar? Fold(Calendar? row, Guid id, CalendarEvent happened) => Evolve(row ?? Shipped, happened);

    /// <summary>What counts on a day, in the order in which it came into force. Their number only grows: it is the version of the calendar in force.</summary>
    public IReadOnlyList<CalendarChanged> InForce(DateOnly day) => [.. Changes.Where(change => change.ValidFrom <= day).OrderBy(change => change.ValidFrom)];

    /// <summary>The special days in force, each date once.</summary>
    public static IEnumerable<CalendarDay> Days(IEnumerable<CalendarChanged> inForce) =>
        ShippedDays.All.Select(shipped => shipped.Day).Concat(inForce.SelectMany(change => change.Days)).GroupBy(day => day.Date).Select(days => days.Last());

    public static WorkingCalendar Build(IReadOnlyList<CalendarChanged> inForce) =>
        new(Days(inForce), [.. inForce.Where(change => change.Hours is not null).Select(change => (change.ValidFrom, change.Hours!))]);
}
