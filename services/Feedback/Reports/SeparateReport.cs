using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>It was no duplicate after all: it goes on by itself, and both keep their histories.</summary>
public static class SeparateReport
{
    public static ReportEvent[] Decide(Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        return report is { Status: ReportStatus.Duplicate, Original: { } original } ? [new ReportUnmerged(original, report.Unit, now)]
            : report.Status is ReportStatus.Assigned ? []
            : throw report.OutOfTurn();
    }

    public static async Task<Ok<Written>> Handle(Guid id, Official by, EventStream<Report, ReportEvent> reports, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await reports.Append(id, report => Decide(report, by, clock.GetUtcNow()), ct)).Written);
}
