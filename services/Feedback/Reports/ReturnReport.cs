using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A unit may say once that a report is not its matter: it goes to the coordinating unit, which says whose it is.</summary>
public static class ReturnReport
{
    public sealed record Command([property: Text(10, 1000, Multiline = true), Description("Why it is not this unit's matter, 10 to 1,000 characters.")] string Reason);

    public static ReportEvent[] Decide(Sealed reason, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (!report.Allows("return")) throw report.OutOfTurn();
        var coordinating = CoordinatingUnit.Of(report.Unit);
        return report.Unit == coordinating || report.ReturnedBy.Contains(report.Unit)
            ? throw new Refused(ReportProblems.ReturnedBefore)
            : [new ReportReturned(report.Unit, coordinating, reason, now)];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var reason = await personal.SealFor(await reports.Load(id, ct), command.Reason, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(reason, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
