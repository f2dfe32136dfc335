using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Calendars;

/// <summary>The coordinating unit enters what a decision fixes: days of Tết, swapped days, half days, office hours. Open deadlines follow.</summary>
public static class ChangeCalendar
{
    public sealed record Command(
        [property: Text(1, 100)] string Decision,
        [property: SensibleTime] DateOnly ValidFrom,
        [property: AtMost(366)] IReadOnlyList<Day> Days,
        NewHours? Hours = null);

    /// <summary>A day, and what it is from now on.</summary>
    public sealed record Day(
        [property: SensibleTime, Description("Local date.")] DateOnly Date,
        DayKind Kind,
        [property: Text(1, 200), Description("Why, in words, such as the holiday's name.")] string Name);

    /// <summary>Office hours of a full day, local time; a half day is the morning.</summary>
    public sealed record NewHours(
        [property: Description("Such as 07:30.")] TimeOnly MorningFrom,
        [property: Description("Such as 11:30.")] TimeOnly MorningTo,
        [property: Description("Such as 13:30.")] TimeOnly AfternoonFrom,
        [property: Description("Such as 17:00.")] TimeOnly AfternoonTo);

    public static CalendarEvent[] Decide(Command command, string code, Calendar calendar, DateTimeOffset now)
    {
        var changed = Changed(command, code, now);
        return changed switch
        {
            { Days.IsEmpty: true, Hours: null } => throw new Refused(CalendarProblems.NothingToChange),
            { Hours.AreInOrder: false } => throw new Refused(CalendarProblems.HoursOutOfOrder),
            _ when changed.Days.DistinctBy(day => day.Date).Count() < changed.Days.Count => throw new Refused(CalendarProblems.DayTwice),
            _ when changed.SaysAs(calendar.Changes.LastOrDefault()) => [],
            _ => [changed],
        };
    }

    public static async Task<Ok<Written>> Handle(
        [ProvinceCode, Description("The province, two digits.")] string code, Command command, Official by, EventStream<Calendar, CalendarEvent> calendars, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by, code);
        return TypedResults.Ok((await calendars.Append(Calendar.IdOf(code), calendar => Decide(command, code, calendar, clock.GetUtcNow()), ct)).Written);
    }

    private static CalendarChanged Changed(Command command, string code, DateTimeOffset now)
    {
        var hours = command.Hours is { } given ? new OfficeHours(given.MorningFrom, given.MorningTo, given.AfternoonFrom, given.AfternoonTo) : null;
        var days = command.Days.Select(day => new CalendarDay(day.Date, day.Kind, day.Name.Trim())).OrderBy(day => day.Date);
        return new(code, command.Decision.Trim(), command.ValidFrom, [.. days], hours, now);
    }
}
