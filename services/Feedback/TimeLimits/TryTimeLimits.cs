using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.TimeLimits;

/// <summary>What would be due when, by the limits in force or by drafted ones: nothing is stored.</summary>
public static class TryTimeLimits
{
    /// <param name="Rules">Drafted rules; left out: those in force at the submission.</param>
    public sealed record Command(
        [property: Text(1, 100)] string Category,
        [property: SensibleTime] DateTimeOffset SubmittedAt,
        [property: Text(1, 40), Description("Where it comes from, e.g. app, hotline, partner.")] string? Source = null,
        [property: AllowedValues(null, "urgent", "normal", "complex"), Description("urgent, normal or complex.")] string? Severity = null,
        [property: AtMost(500)] IReadOnlyList<NewRule>? Rules = null);

    /// <param name="Limits">What holds for such a report.</param>
    /// <param name="Fitting">The rules that fit it, the most special one first: category/source/severity, * for any.</param>
    /// <param name="FirstResponse">When the first response would be due.</param>
    /// <param name="Resolution">When the answer would be due.</param>
    public sealed record Shown(Limits Limits, IReadOnlyList<string> Fitting, DateTimeOffset FirstResponse, DateTimeOffset Resolution);

    public static Shown Decide(Command command, IReadOnlyList<LimitRule> inForce, Catalogue catalogue, WorkingCalendar calendar)
    {
        var rules = command.Rules is { } drafted ? SetTimeLimits.Checked(drafted) : inForce;
        var kind = ReportKind.Of(catalogue, command.Category, command.Source, command.Severity);
        var limits = Limits.Of(rules, kind)!;
        var fitting = rules.Where(rule => rule.Fits(kind)).OrderByDescending(rule => rule.WeightFor(kind)).Select(rule => rule.Name);
        return new(limits, [.. fitting], limits.FirstResponse.From(command.SubmittedAt, calendar), limits.Resolution.From(command.SubmittedAt, calendar));
    }

    public static async Task<Ok<Shown>> Handle(
        [ProvinceCode, Description("The province, two digits.")] string code, Command command, EventStream<LimitTable, LimitTableEvent> tables,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CalendarBook calendars, CancellationToken ct)
    {
        var table = await tables.Load(LimitTable.IdOf(code), ct);
        var calendar = await calendars.InForce(code, command.SubmittedAt, ct);
        return TypedResults.Ok(Decide(command, table.State.Rules(LocalTime.DayOf(command.SubmittedAt)), categories.Value, calendar.Hours));
    }
}
