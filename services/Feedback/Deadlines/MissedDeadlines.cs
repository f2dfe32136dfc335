using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>Who must hear of a deadline that is near or missed. A report without a unit is the coordinating unit's from the first level on.</summary>
internal static class MissedDeadlines
{
    public static DeadlineEvent? Next(Report report, Clocks clocks, TimeRules rules, DateTimeOffset now)
    {
        foreach (var (name, clock) in clocks.Running().OrderBy(running => running.Clock.Deadline.Due))
        {
            if (clock.NextLevelAt <= now) return Escalated(report, clocks, name, clock, rules, now);
            if (!clock.WasNear && clock.Deadline.Near <= now) return new DeadlineNeared(name, clock.Deadline.Due, UnitOf(report, clocks), now);
        }

        return null;
    }

    private static ReportEscalated Escalated(Report report, Clocks clocks, ClockName name, Clock clock, TimeRules rules, DateTimeOffset now)
    {
        var level = clock.Level + 1;
        var (ladder, due) = (clocks.Limits!.Ladder, clock.Deadline.Due);
        DateTimeOffset? next = level < Ladder.Levels ? ladder.Until(level + 1).From(due, rules.Calendar.Hours) : null;
        var to = level == 1 ? UnitOf(report, clocks) : CoordinatingUnit.Of(UnitOf(report, clocks));
        var after = ladder.Until(level);
        return new(level, report.Unit, to, $"{name} + {after.Amount} {after.Unit}", name, due, next, now);
    }

    private static string UnitOf(Report report, Clocks clocks) => report.Unit is "" ? CoordinatingUnit.Of(clocks.Calendar) : report.Unit;
}
