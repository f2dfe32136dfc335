namespace Ecosystem.Feedback.Reports;

/// <summary>Which steps a report may take in which state, in the words of the routes.</summary>
public static class Steps
{
    private static readonly string[] Handing = ["transfer", "rejection", "merge", "split"];
    private static readonly string[] Working = ["waiting", "interim-answers", "answer", "forwarding", .. Handing];

    public static IReadOnlyList<string> From(ReportStatus status) => status switch
    {
        ReportStatus.Submitted => ["transfer"],
        ReportStatus.Assigned => ["acceptance", "return", .. Handing],
        ReportStatus.Accepted => ["start", .. Working],
        ReportStatus.InProgress => Working,
        ReportStatus.Waiting => ["resumption", "information", "interim-answers", "transfer"],
        ReportStatus.Forwarded => ["interim-answers", "answer", "forwarding", "transfer", "rejection"],
        ReportStatus.Answered => ["rating", "reopening"],
        ReportStatus.Rated => ["reopening", "appeal"],
        ReportStatus.Closed => ["reopening"],
        ReportStatus.Rejected => ["appeal"],
        ReportStatus.Duplicate => ["separation"],
        _ => [],
    };

    /// <summary>Whether the state allows the step.</summary>
    public static bool Allows(this Report report, string step) => From(report.Status).Contains(step);
}
