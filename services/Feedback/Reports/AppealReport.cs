using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>Against a refusal, or an answer judged poor, the reporter may turn to the level above, once.</summary>
public static class AppealReport
{
    private const int Poor = 2;

    public sealed record Command([property: Text(10, 1000, Multiline = true), Description("Why the level above shall look at it, 10 to 1,000 characters.")] string Reason);

    public static ReportEvent[] Decide(Sealed reason, Report report, Citizen by, DateTimeOffset now)
    {
        report.RequireReporter(by);
        if (!report.Allows("appeal")) throw report.OutOfTurn();
        if (report.WasAppealed) throw new Refused(ReportProblems.AppealedBefore);
        if (report.Status is ReportStatus.Rated && report.Rating > Poor) throw new Refused(ReportProblems.NotPoor);
        return [new ReportReopened(report.Reporter, report.Unit, ReopenReport.Above(report.Unit), ReopenedBy.Appeal, reason, now)];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Citizen by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var reason = await personal.SealFor(await reports.Load(id, ct), command.Reason, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(reason, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
