using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Analytics;

/// <summary>
/// Until when a report's first word and answer are in time as long as its own clocks are not set, or where it is from before there
/// were any: the shipped time limits in the shipped calendar.
/// </summary>
public sealed record Promise(DateTimeOffset Response, DateTimeOffset Answer)
{
    private static readonly WorkingCalendar Calendar = new(ShippedDays.All.Select(shipped => shipped.Day));

    public static Promise Of(ReportSubmitted report)
    {
        var limits = Limits.Of(LimitTable.ShippedRules, new(report.Category, $"{report.Source}", $"{report.Severity}"))!;
        return new(limits.FirstResponse.From(report.At, Calendar), limits.Resolution.From(report.At, Calendar));
    }
}
