using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The unit cannot go on before somebody else has done something: the clocks stand still, but not for ever.</summary>
public static class SuspendReport
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public sealed record Command(
        [property: Description("Who or what is waited for: citizen, thirdParty or planned (work with a date).")] WaitingFor For,
        [property: Text(10, 1000, Multiline = true), Description("Why, 10 to 1,000 characters; the reporter reads it too.")] string Reason,
        [property: SensibleTime, Description("When work goes on at the latest; at most 30 days from now.")] DateTimeOffset Until);

    public static ReportEvent[] Decide(Command command, Sealed reason, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (report.Status is ReportStatus.Waiting && report.WaitingFor == command.For) return [];
        if (!report.Allows("waiting")) throw report.OutOfTurn();
        return command.Until > now && command.Until <= now + Longest
            ? [new ReportWaiting(report.Reporter, command.For, reason, command.Until, report.Unit, now)]
            : throw new Refused(ReportProblems.WaitingTooLong);
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var reason = await personal.SealFor(await reports.Load(id, ct), command.Reason, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, reason, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
