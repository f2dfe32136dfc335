using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Analytics;

/// <summary>
/// Until when a report's first word and answer are in time as long as its own clocks are not set, or where it is from before there
/// were any: the shipped time limits in the shipped calendar; a limit of a category is one of all below it.
/// </summary>
public sealed record Promise(DateTimeOffset Response, DateTimeOffset Answer)
{
    private static readonly WorkingCalendar Calendar = new(ShippedDays.All.Select(shipped => shipped.Day));

    private static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(DateTimeOffset.MinValue);

    public static Promise Of(ReportSubmitted report) => Of(report, LimitTable.ShippedRules);

    public static Promise Of(ReportSubmitted report, IReadOnlyList<LimitRule> rules)
    {
        var limits = Limits.Of(rules, ReportKind.Of(Categories, report.Category, $"{report.Source}", $"{report.Severity}"))!;
        return new(limits.FirstResponse.From(report.At, Calendar), limits.Resolution.From(report.At, Calendar));
    }
}
