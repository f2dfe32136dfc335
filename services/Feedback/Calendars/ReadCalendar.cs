using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Calendars;

/// <summary>Which days and hours a province's offices work, so that everybody can check a deadline.</summary>
public static class ReadCalendar
{
    /// <param name="Version">Number of its changes by decisions; 0: as shipped.</param>
    /// <param name="InForce">How many of them count at the time asked for.</param>
    /// <param name="Decisions">The changes, in the order in which they were entered.</param>
    public sealed record Shown(
        [property: Description("The province, two digits.")] string Code, long Version, long Position, int InForce,
        OfficeHours Hours, IReadOnlyList<ShownDay> Days, IReadOnlyList<ShownDecision> Decisions) : IPositioned;

    public sealed record ShownDay(
        DateOnly Date, DayKind Kind, string Name, [property: Description("The law or decision that fixes it.")] string Basis,
        [property: Description("How sure it is where it was shipped; null where the coordinating unit entered it.")] string? Verification);

    public sealed record ShownDecision(string Decision, DateOnly ValidFrom, DateTimeOffset At, [property: Description("How many days it changes.")] int Days);

    /// <param name="year">The days of this year; left out: the current one.</param>
    public static async Task<Ok<Shown>> Handle(
        [ProvinceCode, Description("The province, two digits.")] string code, [Range(2000, 2099)] int? year, [SensibleTime] DateTimeOffset? asOf, EventStream<Calendar, CalendarEvent> calendars, TimeProvider clock, CancellationToken ct)
    {
        var day = LocalTime.DayOf(asOf ?? clock.GetUtcNow());
        var calendar = await calendars.Load(Calendar.IdOf(code), ct, asOf);
        var inForce = calendar.State.InForce(day);
        var hours = inForce.LastOrDefault(change => change.Hours is not null)?.Hours ?? OfficeHours.Usual;
        return TypedResults.Ok(new Shown(code, calendar.Version, calendar.Position, inForce.Count, hours, [.. Days(inForce, year ?? day.Year)], [.. calendar.State.Changes.Select(Decision)]));
    }

    public static async Task<Ok<Page<HistoryEntry>>> History([ProvinceCode, Description("The province, two digits.")] string code, Official by, StreamLog log, CancellationToken ct) =>
        TypedResults.Ok(new Page<HistoryEntry>(await log.History(Calendar.IdOf(code), ct), Next: null));

    private static IEnumerable<ShownDay> Days(IReadOnlyList<CalendarChanged> inForce, int year)
    {
        var shipped = ShippedDays.All.Select(known => new ShownDay(known.Day.Date, known.Day.Kind, known.Day.Name, known.Basis, known.Verification));
        var decided = inForce.SelectMany(change => change.Days.Select(day => new ShownDay(day.Date, day.Kind, day.Name, change.Decision, null)));
        return shipped.Concat(decided).Where(day => day.Date.Year == year).GroupBy(day => day.Date).Select(days => days.Last()).OrderBy(day => day.Date);
    }

    private static ShownDecision Decision(CalendarChanged change) => new(change.Decision, change.ValidFrom, change.At, change.Days.Count);
}
