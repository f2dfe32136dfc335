using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>What was waited for has come: the clocks go on.</summary>
public static class ResumeReport
{
    public static ReportEvent[] Decide(Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        return report.Status is ReportStatus.InProgress ? []
            : report.Allows("resumption") ? [new ReportResumed(Information: null, report.Unit, now)]
            : throw report.OutOfTurn();
    }

    /// <summary>Nothing waits longer than it was to.</summary>
    public static ReportEvent[] Decide(Report report, DateTimeOffset now) =>
        report.Status is ReportStatus.Waiting && report.WaitingUntil <= now ? [new ReportResumed(Information: null, report.Unit, now)] : [];

    public static async Task<Ok<Written>> Handle(Guid id, Official by, EventStream<Report, ReportEvent> reports, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await reports.Append(id, report => Decide(report, by, clock.GetUtcNow()), ct)).Written);
}
