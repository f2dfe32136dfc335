using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The unit in charge takes the report on, so that the citizen knows that somebody has read it.</summary>
public static class AcceptReport
{
    public static ReportEvent[] Decide(Report report, Official by, DateTimeOffset now) => report.Status switch
    {
        ReportStatus.Absent => throw new Refused(Problem.NotFound),
        _ when !by.ActsFor(report.Unit) => throw new Refused(Problem.NotFound),
        ReportStatus.Accepted => [],
        ReportStatus.Assigned => [new ReportAccepted(now, report.Unit)],
        _ => throw report.OutOfTurn(),
    };

    public static async Task<Ok<Written>> Handle(Guid id, Official by, EventStream<Report, ReportEvent> reports, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await reports.Append(id, report => Decide(report, by, clock.GetUtcNow()), ct)).Written);
}
