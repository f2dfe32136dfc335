using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>How many of the last days' reports would have been late by drafted limits, beside how many were: before a decision is made, and without storing anything.</summary>
public static class ReplayTimeLimits
{
    private const string Newest = "where data->'clocks'->>'calendar' = $1 and data->>'submittedAt' >= $2 order by created_position desc limit 20000";

    public sealed record Command(
        [property: Range(1, 90), Description("Reports of how many days, 1 to 90.")] int Days,
        [property: AtMost(500)] IReadOnlyList<NewRule> Rules);

    /// <param name="Reports">How many were looked at, 20,000 at most, the newest ones.</param>
    /// <param name="Late">How many of them were answered late, or are open and late, by the limits that hold for them.</param>
    /// <param name="LateByDraft">How many would be by the drafted ones.</param>
    public sealed record Shown(int Reports, int Late, int LateByDraft);

    public static Shown Decide(IReadOnlyList<ReportRow> reports, IReadOnlyList<LimitRule> drafted, Catalogue catalogue, WorkingCalendar calendar, DateTimeOffset now)
    {
        ReportRow[] known = [.. reports.Where(report => report.Clocks?.Limits is not null)];
        return new(known.Length, known.Count(report => IsLate(report, report.Clocks!.Limits!, calendar, now)), known.Count(report => IsLate(report, LimitsOf(report, drafted, catalogue), calendar, now)));
    }

    public static async Task<Ok<Shown>> Handle(
        [ProvinceCode, Description("The province, two digits.")] string code, Command command, Official by, ReadModel<ReportRow> reports,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CalendarBook calendars, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by, code);
        var (now, rules) = (clock.GetUtcNow(), SetTimeLimits.Checked(command.Rules));
        var rows = await reports.Query(Newest, [code, $"{now.AddDays(-command.Days).UtcDateTime:yyyy-MM-ddTHH:mm:ss}"], ct);
        return TypedResults.Ok(Decide([.. rows.Select(row => row.Data)], rules, categories.Value, (await calendars.InForce(code, now, ct)).Hours, now));
    }

    private static bool IsLate(ReportRow report, Limits limits, WorkingCalendar calendar, DateTimeOffset now) =>
        (report.Clocks!.StoppedAt ?? now) > Timetable.Of(report.Clocks, limits, calendar, now).Resolution!.Due;

    private static Limits LimitsOf(ReportRow report, IReadOnlyList<LimitRule> rules, Catalogue catalogue) =>
        Limits.Of(rules, ReportKind.Of(catalogue, report.Category, $"{report.Source}", $"{report.Severity}"))!;
}
