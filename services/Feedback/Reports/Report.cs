using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Forwarding;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

/// <summary>What the rules need to remember, and no more.</summary>
public sealed record Report(ReportStatus Status, string Reporter = "", string Unit = "")
{
    public Sealed? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When a unit took it on last.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    public int? Rating { get; init; }

    public Sealed? Comment { get; init; }

    public WaitingFor? WaitingFor { get; init; }

    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>How often it went from unit to unit since the coordinating unit had it.</summary>
    public int Handovers { get; init; }

    public ImmutableHashSet<string> ReturnedBy { get; init; } = [];

    public bool WasReopened { get; init; }

    public bool WasAppealed { get; init; }

    /// <summary>The report of which this is a duplicate.</summary>
    public Guid? Original { get; init; }

    public ImmutableHashSet<Guid> Duplicates { get; init; } = [];

    /// <summary>The report of which this is a part.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Parts that their units still work on.</summary>
    public ImmutableHashSet<Guid> OpenParts { get; init; } = [];

    public bool WasSplit { get; init; }

    /// <summary>Whether the station that made it has told that it is over.</summary>
    public bool CrossingIsOver { get; init; }

    public Moderation.Standing Public { get; init; } = Moderation.Standing.Usual;

    public ImmutableHashSet<string> FlaggedBy { get; init; } = [];

    /// <summary>What it was made with; null before.</summary>
    public ReportSubmitted? Submitted { get; init; }

    public string Category => Submitted?.Category ?? "";

    /// <summary>Null before it is submitted.</summary>
    public Clocks? Clocks { get; init; }

    /// <summary>Empty for a moment, until the first sweep, where no unit has it.</summary>
    public string Province => Unit is "" ? Clocks?.Calendar ?? "" : Unit[..2];

    public bool IsOpen => Status is ReportStatus.Submitted or ReportStatus.Assigned or ReportStatus.Accepted or ReportStatus.InProgress or ReportStatus.Waiting;

    public static Report New(Guid id) => new(ReportStatus.Absent);

    public static Report Evolve(Report report, ReportEvent happened) => Step(report, happened) with { Clocks = ClocksFold.Fold(report.Clocks, happened) };

    private static Report Step(Report report, ReportEvent happened) => happened switch
    {
        ReportSubmitted e => report with { Status = ReportStatus.Submitted, Reporter = e.Reporter, Parent = e.Parent, Submitted = e },
        ReportAssigned e => report.GoneTo(e.Unit),
        ReportAccepted e => report with { Status = ReportStatus.Accepted, AcceptedAt = e.At },
        ReportStarted => report with { Status = ReportStatus.InProgress },
        ReportWaiting e => report with { Status = ReportStatus.Waiting, WaitingFor = e.For, WaitingUntil = e.Until },
        ReportResumed => report with { Status = ReportStatus.InProgress, WaitingFor = null },
        ReportAnswered e => report with { Status = ReportStatus.Answered, Answer = e.Answer, AnsweredAt = e.At },
        ReportRated e => report with { Status = ReportStatus.Rated, Rating = e.Rating, Comment = e.Comment },
        ReportClosed => report with { Status = ReportStatus.Closed },
        ReportRejected => report with { Status = ReportStatus.Rejected },
        ReportReturned e => report.GoneTo(e.To) with { ReturnedBy = report.ReturnedBy.Add(e.From) },
        ReportTransferred e => report.GoneTo(e.To) with { Handovers = e.From == CoordinatingUnit.Of(e.From) ? 0 : report.Handovers + 1 },
        ReportReopened e => report.GoneTo(e.To) with { WasReopened = true, WasAppealed = report.WasAppealed || e.By is ReopenedBy.Appeal, Handovers = 0, ReturnedBy = [] },
        ReportMerged e => report with { Status = ReportStatus.Duplicate, Original = e.Original, WaitingFor = null },
        ReportUnmerged => report.GoneTo(report.Unit) with { Original = null },
        DuplicateJoined e => report with { Duplicates = report.Duplicates.Add(e.Duplicate) },
        DuplicateLeft e => report with { Duplicates = report.Duplicates.Remove(e.Duplicate) },
        ReportSplit e => report with { WasSplit = true, OpenParts = [.. e.Parts.Select(part => part.Id)] },
        PartClosed e => report with { OpenParts = report.OpenParts.Remove(e.Part) },
        Channels.CrossingEnded => report with { CrossingIsOver = true },
        Moderation.ReportHeld or Moderation.ReportHidden or Moderation.ReportShown => report with { Public = Moderation.Standing.After(report.Public, happened) },
        Moderation.ReportFlagged e => report with { FlaggedBy = report.FlaggedBy.Add(e.By) },
        ReportForwarded => report with { Status = ReportStatus.Forwarded },
        ReportCameBack => report with { Status = ReportStatus.InProgress },
        InterimAnswerGiven or IdentityOpened or Channels.IntakeNoted or ConsentGiven or DeadlineEvent => report,
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <exception cref="Refused">There is no such report, or it is not the official's to handle.</exception>
    public void RequireUnitOf(Official by)
    {
        if (Status is ReportStatus.Absent) throw new Refused(Problem.NotFound);
        if (!CoordinatingUnit.ActsFor(by, Unit, Province, Category)) throw Refused.Foreign;
    }

    /// <exception cref="Refused">There is no such report, or another person made it.</exception>
    public void RequireReporter(Citizen by)
    {
        if (Status is ReportStatus.Absent || Reporter != by.Id) throw new Refused(Problem.NotFound);
    }

    /// <summary>The refusal of a step that does not come next; it says which may, in the words of the routes.</summary>
    public Refused OutOfTurn() => new(FeedbackProblems.IllegalTransition) { Allowed = Steps.From(Status) };

    private Report GoneTo(string unit) => this with { Status = ReportStatus.Assigned, Unit = unit, WaitingFor = null };
}
