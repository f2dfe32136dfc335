using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>What counts in a province at a time, loaded before anything is decided by it.</summary>
/// <param name="Table">The limits' decisions: a report's limits are those of the day of its submission.</param>
/// <param name="Catalogue">The tree of categories: limits of a category are also those of all below it.</param>
public sealed record TimeRules(CalendarInForce Calendar, LimitTable Table, Catalogue Catalogue)
{
    /// <summary>The events that a rule decided, and those of the clocks that follow from them.</summary>
    public ReportEvent[] Follow(Report report, ReportEvent[] decided, DateTimeOffset now) =>
        [.. decided, .. SettleDeadlines.Decide(decided.Aggregate(report, Report.Evolve), this, now)];

    public DueTimes DueOf(Clocks clocks, Limits limits, DateTimeOffset now) => Timetable.Of(clocks, limits, Calendar.Hours, now);

    /// <summary>Null for a day on which no rule would give every limit, which no decision may leave.</summary>
    public Limits LimitsOf(ReportSubmitted submitted) =>
        Limits.Of(Table.Rules(LocalTime.DayOf(submitted.At)), ReportKind.Of(Catalogue, submitted.Category, $"{submitted.Source}", $"{submitted.Severity}"))!;
}
