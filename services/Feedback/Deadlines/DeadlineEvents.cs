using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Deadlines;

// Quoted names are in the database for good: add, never rename.

/// <summary>What happens to a report's clocks and nothing else of it.</summary>
public abstract record DeadlineEvent : ReportEvent;

/// <summary>From here on the report has clocks.</summary>
/// <param name="Calendar">The province whose offices work on it.</param>
/// <param name="CalendarVersion">How many decisions were in the calendar.</param>
/// <param name="Decision">The one that fixed the limits; null: the shipped ones.</param>
[Stored("deadlines_set")]
public sealed record DeadlinesSet(string Calendar, int CalendarVersion, string? Decision, Limits Limits, DueTimes Due, DateTimeOffset At) : DeadlineEvent;

/// <param name="Old">What was due when before.</param>
[Stored("deadlines_moved")]
public sealed record DeadlinesMoved(DueTimes Old, DueTimes New, MoveReason Why, int CalendarVersion, DateTimeOffset At) : DeadlineEvent;

/// <summary>The clocks stand still, until then at the latest: the end that was named, or the end of all the waiting that a report may have.</summary>
[Stored("clocks_stopped")]
public sealed record ClocksStopped(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset At) : DeadlineEvent;

/// <summary>More than four fifths of the working time are used up.</summary>
[Stored("deadline_neared")]
public sealed record DeadlineNeared(ClockName Clock, DateTimeOffset Due, string Unit, DateTimeOffset At) : DeadlineEvent;

/// <summary>A deadline was missed, and somebody above hears of it.</summary>
/// <param name="Level">1 the unit's head, 2 the coordinating unit, 3 the chair of the province's People's Committee.</param>
/// <param name="From">The unit in charge, empty where there was none.</param>
/// <param name="Rule">Of the ladder, as people read it.</param>
/// <param name="NextAt">When the next level hears of it; null: this was the last one.</param>
[Stored("report_escalated")]
public sealed record ReportEscalated(int Level, string From, string To, string Rule, ClockName Clock, DateTimeOffset Due, DateTimeOffset? NextAt, DateTimeOffset At) : DeadlineEvent;

/// <summary>The first response never starts anew; the update starts with each news for the citizen, the resolution with a reopening.</summary>
public enum ClockName { FirstResponse, Update, Resolution }

/// <summary>Why deadlines moved: after waiting, after an interim answer, after other news for the citizen, by a reopening, by a decision about the calendar.</summary>
public enum MoveReason { Waiting, InterimAnswer, News, Reopening, Calendar }

/// <summary>When something is due, and when four fifths of its working time are over.</summary>
public sealed record Deadline(DateTimeOffset Due, DateTimeOffset Near);

/// <summary>The three clocks' deadlines; null where none runs.</summary>
public sealed record DueTimes(Deadline? FirstResponse, Deadline? Update, Deadline? Resolution)
{
    public static readonly DueTimes None = new(null, null, null);
}
