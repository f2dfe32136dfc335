using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The unit refuses what is no report, for a reason from the list; the reporter may appeal once.</summary>
public static class RejectReport
{
    public sealed record Command(
        [property: Description("complaintOrDenunciation, stateSecret, notAReport, notEnoughToAct, offensive, outsideTheProvince or alreadyAnswered.")] RejectionReason Reason,
        [property: Text(10, 1000, Multiline = true), Description("What the reporter is told, 10 to 1,000 characters.")] string Note);

    public static ReportEvent[] Decide(Command command, Sealed note, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        return report.Status is ReportStatus.Rejected ? []
            : report.Allows("rejection") ? [new ReportRejected(report.Reporter, command.Reason, note, report.Unit, now)]
            : throw report.OutOfTurn();
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var note = await personal.SealFor(await reports.Load(id, ct), command.Note, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, note, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
