using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>All about the time of a report: what is due, what was waited for, what moved why, who was told.</summary>
public static class ReadDeadlines
{
    /// <param name="Calendar">The province whose working calendar counts.</param>
    /// <param name="CalendarVersion">How many decisions were in that calendar when the deadlines were last reckoned.</param>
    /// <param name="Decision">The decision that fixed the limits; null: the shipped ones.</param>
    /// <param name="Limits">Null for a moment, until the first sweep, where a report came in on an unusual way.</param>
    /// <param name="Clocks">First response, update and resolution.</param>
    /// <param name="WorkingMinutesInState">Office time since the last change of state.</param>
    /// <param name="WorkingMinutesSinceSubmission">Office time since the submission: it stands still for nothing and starts anew never, until the report ends.</param>
    /// <param name="Pauses">When clocks stood still, first to last.</param>
    /// <param name="Moves">When deadlines moved, with what was due before and after.</param>
    /// <param name="Escalations">Who above was told, first to last.</param>
    public sealed record Shown(
        Guid Id, long Version, long Position, string Calendar, int CalendarVersion, string? Decision, Limits? Limits, IReadOnlyList<ShownClock> Clocks,
        long WorkingMinutesInState, long WorkingMinutesSinceSubmission,
        IReadOnlyList<ShownPause> Pauses, IReadOnlyList<ShownMove> Moves, IReadOnlyList<Escalation> Escalations) : IPositioned;

    public sealed record ShownPause(
        [property: Description("Who or what was waited for: citizen, thirdParty or planned.")] WaitingFor For,
        [property: Description("When it began, in UTC.")] DateTimeOffset From,
        [property: Description("When it ends at the latest, in UTC.")] DateTimeOffset Until,
        [property: Description("When it ended, in UTC; null while it lasts.")] DateTimeOffset? To);

    public sealed record ShownMove(
        [property: Description("waiting, interimAnswer, news, reopening or calendar.")] MoveReason Why,
        [property: Description("What was due when before.")] ShownDue Old,
        [property: Description("What is due when since.")] ShownDue New,
        DateTimeOffset At);

    public sealed record ShownDue(
        [property: Description("When the first response is due, in UTC; null where it is not.")] DateTimeOffset? FirstResponse,
        [property: Description("When the next news for the citizen is due, in UTC; null where none is.")] DateTimeOffset? Update,
        [property: Description("When the answer is due, in UTC.")] DateTimeOffset? Resolution)
    {
        public static ShownDue Of(DueTimes due) => new(due.FirstResponse?.Due, due.Update?.Due, due.Resolution?.Due);
    }

    public static Shown Of(Row<ReportRow> row, Clocks clocks, WorkingCalendar calendar, DateTimeOffset now)
    {
        var end = clocks.StoppedAt ?? now;
        return new(
            row.Id, row.Version, row.Position, clocks.Calendar, clocks.CalendarVersion, clocks.Decision, clocks.Limits, ShownClock.AllOf(clocks, now),
            (long)calendar.Between(row.Data.Since, now).TotalMinutes, (long)calendar.Between(clocks.SubmittedAt, end).TotalMinutes,
            [.. clocks.Pauses.Select(pause => new ShownPause(pause.For, pause.From, pause.Until, pause.To))],
            [.. clocks.Moves.Select(move => new ShownMove(move.Why, ShownDue.Of(move.Old), ShownDue.Of(move.New), move.At))], clocks.Escalations);
    }

    public static async Task<Ok<Shown>> Handle(
        Guid id, Caller by, [SensibleTime] DateTimeOffset? asOf, EventStream<Report, ReportEvent> reports, CalendarBook calendars, TimeProvider clock, CancellationToken ct)
    {
        var now = await reports.View<ReportRow>(id, ct);
        if (now is null || !now.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        var row = asOf is null ? now : await reports.View<ReportRow>(id, ct, asOf);
        if (row?.Data.Clocks is not { } clocks) throw new Refused(Problem.NotFound);
        var at = asOf ?? clock.GetUtcNow();
        return TypedResults.Ok(Of(row, clocks, (await calendars.InForce(clocks.Calendar, at, ct)).Hours, at));
    }
}
