using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>Reckons what is due when, from what happened and never from what was due before: so a change of the calendar comes out right.</summary>
public static class Timetable
{
    /// <summary>From this part of the working time on a deadline is near.</summary>
    public const double Near = 0.8;

    public static DueTimes Of(Clocks clocks, Limits limits, WorkingCalendar calendar, DateTimeOffset now)
    {
        var resolution = Resolution(clocks, limits, calendar, now);
        var first = clocks.RespondedAt is null
            ? Until(clocks.SubmittedAt, Earlier(limits.FirstResponse.From(clocks.SubmittedAt, calendar), resolution.Due), calendar)
            : clocks.FirstResponse?.Deadline;
        return new(first, Update(clocks, limits, calendar, resolution.Due), resolution);
    }

    /// <summary>When the pause ends at the latest: at the time that was named, or when all the waiting that a report may have is used up.</summary>
    public static DateTimeOffset EndOf(Pause pause, Clocks clocks, Limits limits, WorkingCalendar calendar)
    {
        var used = Waited(clocks.Pauses.Where(other => other.From < pause.From), clocks.SubmittedAt, calendar, pause.From);
        var left = MostWaiting(clocks, limits, calendar) - used;
        return Earlier(pause.Until, left > TimeSpan.Zero ? calendar.Add(pause.From, left) : pause.From);
    }

    private static Deadline Resolution(Clocks clocks, Limits limits, WorkingCalendar calendar, DateTimeOffset now)
    {
        var due = clocks.Promised is { } promised
            ? Earlier(promised, limits.Extension.From(clocks.Began, calendar))
            : limits.Resolution.From(clocks.Began, calendar);
        return Until(clocks.Began, calendar.Add(due, Waited(clocks.Pauses, clocks.Began, calendar, now)), calendar);
    }

    /// <summary>None before the first response, which is the first news; none after the answer, which is the last.</summary>
    private static Deadline? Update(Clocks clocks, Limits limits, WorkingCalendar calendar, DateTimeOffset resolution) =>
        clocks is { RespondedAt: not null, NewsAt: { } news } && limits.Update is { } update ? Until(news, Earlier(update.From(news, calendar), resolution), calendar) : null;

    private static Deadline Until(DateTimeOffset from, DateTimeOffset due, WorkingCalendar calendar) =>
        new(due, calendar.Add(from, calendar.Between(from, due) * Near));

    /// <summary>The working time of all pauses after a time that have ended, or must have.</summary>
    private static TimeSpan Waited(IEnumerable<Pause> pauses, DateTimeOffset from, WorkingCalendar calendar, DateTimeOffset now) => pauses
        .Where(pause => pause.To is not null || pause.Until <= now)
        .Aggregate(TimeSpan.Zero, (sum, pause) => sum + calendar.Between(Later(pause.From, from), Earlier(pause.To ?? pause.Until, pause.Until)));

    private static TimeSpan MostWaiting(Clocks clocks, Limits limits, WorkingCalendar calendar) =>
        calendar.Between(clocks.SubmittedAt, limits.Waiting.From(clocks.SubmittedAt, calendar));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
