namespace Ecosystem.Feedback.Reports;

/// <summary>An answer that the reporter has not contested in time ends the matter.</summary>
public static class CloseReport
{
    public static ReportEvent[] Decide(ReopenWindow window, Report report, DateTimeOffset now) =>
        report.Status is ReportStatus.Answered && !window.IsOpen(report.AnsweredAt, now) ? [new ReportClosed(report.Unit, now)] : [];
}
