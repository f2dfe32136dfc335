using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

// Quoted names are in the database for good: add, never rename.
public abstract record ReportEvent;

// A unit that is null was not noted at that time yet.

/// <param name="Statement">A <see cref="Reports.Statement"/> under the reporter's key.</param>
[Stored("report_submitted")]
public sealed record ReportSubmitted(string Reporter, string Category, string Commune, Sealed Statement, DateTimeOffset At) : ReportEvent;

[Stored("report_assigned")]
public sealed record ReportAssigned(string Unit, DateTimeOffset At) : ReportEvent;

[Stored("report_accepted")]
public sealed record ReportAccepted(DateTimeOffset At, string? Unit = null) : ReportEvent;

/// <param name="Answer">Under the reporter's key: it is about the reporter's affairs.</param>
[Stored("report_answered")]
public sealed record ReportAnswered(string Reporter, Sealed Answer, DateTimeOffset At, string? Unit = null) : ReportEvent;

[Stored("report_rated")]
public sealed record ReportRated(int Rating, Sealed? Comment, DateTimeOffset At, string? Unit = null) : ReportEvent;

public enum ReportStatus { Absent, Submitted, Assigned, Accepted, Answered, Rated }

/// <summary>What the rules need to remember, and no more.</summary>
public sealed record Report(ReportStatus Status, string Reporter = "", string Unit = "")
{
    public Sealed? Answer { get; init; }

    public int? Rating { get; init; }

    public Sealed? Comment { get; init; }

    public static Report New(Guid id) => new(ReportStatus.Absent);

    public static Report Evolve(Report report, ReportEvent happened) => happened switch
    {
        ReportSubmitted e => report with { Status = ReportStatus.Submitted, Reporter = e.Reporter },
        ReportAssigned e => report with { Status = ReportStatus.Assigned, Unit = e.Unit },
        ReportAccepted => report with { Status = ReportStatus.Accepted },
        ReportAnswered e => report with { Status = ReportStatus.Answered, Answer = e.Answer },
        ReportRated e => report with { Status = ReportStatus.Rated, Rating = e.Rating, Comment = e.Comment },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>The refusal of a step that does not come next; it says which does, in the words of the routes.</summary>
    public Refused OutOfTurn() => new(FeedbackProblems.IllegalTransition)
    {
        Allowed = Status switch
        {
            ReportStatus.Assigned => ["acceptance"],
            ReportStatus.Accepted => ["answer"],
            ReportStatus.Answered => ["rating"],
            _ => [],
        },
    };
}
