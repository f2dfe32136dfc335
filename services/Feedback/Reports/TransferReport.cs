using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A unit hands a report to the one whose matter it is; the third time it goes to the coordinating unit, so that none is played to and fro.</summary>
public static class TransferReport
{
    public const int MostHandovers = 2;

    public sealed record Command(
        [property: OrganisationCodeFormat, Description("Code of the organisation that shall take it; the third hand-over goes to the coordinating unit whatever is named here.")] string Unit,
        [property: Text(10, 1000, Multiline = true), Description("Why, 10 to 1,000 characters.")] string Reason);

    public static ReportEvent[] Decide(Command command, Sealed reason, bool isKnown, Report report, Official by, DateTimeOffset now)
    {
        if (report.Unit == command.Unit && report.Status is ReportStatus.Assigned && by.Organisation[..2] == report.Province) return [];
        report.RequireUnitOf(by);
        if (!report.Allows("transfer")) throw report.OutOfTurn();
        if (!isKnown || command.Unit[..2] != report.Province) throw new Refused(ReportProblems.UnknownUnit);
        var coordinating = CoordinatingUnit.Of(report.Province);
        var from = report.Unit is "" ? coordinating : report.Unit;
        var to = report.Handovers >= MostHandovers && from != coordinating ? coordinating : command.Unit;
        return to == report.Unit ? throw new Refused(ReportProblems.SameUnit) : [new ReportTransferred(from, to, reason, now)];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, ReadModel<OrganisationRow> organisations, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var reason = await personal.SealFor(await reports.Load(id, ct), command.Reason, ct);
        var isKnown = await OrganisationRow.Exists(organisations, command.Unit, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, reason, isKnown, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
