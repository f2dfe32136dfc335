using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A report as lists, desks and tracking show it.</summary>
public sealed record ReportRow(string Code, string Reporter, string Category, string Commune, Sealed Statement, DateTimeOffset SubmittedAt)
{
    public ReportStatus Status { get; init; } = ReportStatus.Submitted;

    public Source Source { get; init; }

    public Severity Severity { get; init; } = Severity.Normal;

    public Spot? Spot { get; init; }

    public Guid? Parent { get; init; }

    public string Unit { get; init; } = "";

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? RatedAt { get; init; }

    public Sealed? Answer { get; init; }

    public int? Rating { get; init; }

    public Sealed? Comment { get; init; }

    public static ReportRow? Fold(ReportRow? row, Guid id, ReportEvent happened) => happened is ReportSubmitted e
        ? new(TrackingCode.Of(id), e.Reporter, e.Category, e.Commune, e.Statement, e.At)
        : row is null ? null : Fold(row, happened);

    /// <summary>The reporter, the unit in charge and those above it.</summary>
    public bool IsOpenTo(Caller by) => by switch
    {
        Citizen => by.Id == Reporter,
        Official official => official.ActsFor(Unit),
        _ => false,
    };

    private static ReportRow Fold(ReportRow row, ReportEvent happened) => happened switch
    {
        ReportAssigned e => row with { Status = ReportStatus.Assigned, Unit = e.Unit },
        ReportAccepted e => row with { Status = ReportStatus.Accepted, AcceptedAt = e.At },
        ReportAnswered e => row with { Status = ReportStatus.Answered, AnsweredAt = e.At, Answer = e.Answer },
        ReportRated e => row with { Status = ReportStatus.Rated, RatedAt = e.At, Rating = e.Rating, Comment = e.Comment },
        _ => row,
    };
}
