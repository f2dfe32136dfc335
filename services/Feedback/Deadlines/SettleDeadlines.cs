using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>Whatever a report's clocks lack at a time: deadlines, their move, a warning, an escalation. It decides the same however often and by whomever it is asked, so each comes once.</summary>
public static class SettleDeadlines
{
    public static ReportEvent[] Decide(Report report, TimeRules rules, DateTimeOffset now)
    {
        List<ReportEvent> events = [];
        for (; Next(report, rules, now) is { } next; report = Report.Evolve(report, next)) events.Add(next);
        return [.. events];
    }

    private static DeadlineEvent? Next(Report report, TimeRules rules, DateTimeOffset now) => report.Clocks switch
    {
        null or { StoppedAt: not null } => null,
        { Limits: null } clocks => Set(report.Submitted!, clocks, rules, now),
        { Paused: { IsBounded: false } pause, Limits: { } limits } clocks => new ClocksStopped(pause.From, Timetable.EndOf(pause, clocks, limits, rules.Calendar.Hours), now),
        { Limits: { } limits } clocks when Why(clocks, rules, now) is { } why => Move(clocks, rules.DueOf(clocks, limits, now), why, rules, now),
        { Paused: not null } => null,
        { } clocks => MissedDeadlines.Next(report, clocks, rules, now),
    };

    private static DeadlinesSet Set(ReportSubmitted submitted, Clocks clocks, TimeRules rules, DateTimeOffset now)
    {
        var limits = rules.LimitsOf(submitted);
        var decision = rules.Table.InForce(Calendars.LocalTime.DayOf(submitted.At))?.Decision;
        return new(rules.Calendar.Code, rules.Calendar.Version, decision, limits, rules.DueOf(clocks, limits, now), now);
    }

    private static MoveReason? Why(Clocks clocks, TimeRules rules, DateTimeOffset now) => clocks.Unsettled
        ?? (clocks.Paused?.Until <= now ? MoveReason.Waiting
        : rules.Calendar.Version > clocks.CalendarVersion && rules.DueOf(clocks, clocks.Limits!, now) != clocks.Due ? MoveReason.Calendar
        : null);

    private static DeadlinesMoved Move(Clocks clocks, DueTimes due, MoveReason why, TimeRules rules, DateTimeOffset now) =>
        new(clocks.Due, due, why, Math.Max(rules.Calendar.Version, clocks.CalendarVersion), now);
}
