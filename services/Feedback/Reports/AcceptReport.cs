using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The unit in charge takes the report on, so that the citizen knows that somebody has read it.</summary>
public static class AcceptReport
{
    public static ReportEvent[] Decide(Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        return report.Status is ReportStatus.Accepted ? []
            : report.Allows("acceptance") ? [new ReportAccepted(now, report.Unit)]
            : throw report.OutOfTurn();
    }

    public static async Task<Ok<Written>> Handle(Guid id, Official by, EventStream<Report, ReportEvent> reports, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await reports.Append(id, report => Decide(report, by, clock.GetUtcNow()), ct)).Written);
}
