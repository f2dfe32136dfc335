using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The work on the matter itself begins.</summary>
public static class StartReport
{
    public static ReportEvent[] Decide(Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        return report.Status is ReportStatus.InProgress ? []
            : report.Allows("start") ? [new ReportStarted(report.Unit, now)]
            : throw report.OutOfTurn();
    }

    public static async Task<Ok<Written>> Handle(Guid id, Official by, EventStream<Report, ReportEvent> reports, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await reports.Append(id, report => Decide(report, by, clock.GetUtcNow()), ct)).Written);
}
