using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Forwarding;

namespace Ecosystem.Feedback.Reports;

/// <summary>What each event changes in a report as it is shown.</summary>
internal static class ReportFold
{
    public static ReportRow Next(ReportRow row, ReportEvent happened) => happened switch
    {
        ReportAssigned e => row.In(ReportStatus.Assigned, e.At) with { Unit = e.Unit },
        ReportAccepted e => row.In(ReportStatus.Accepted, e.At) with { AcceptedAt = row.AcceptedAt ?? e.At, LastAcceptedAt = e.At },
        ReportStarted e => row.In(ReportStatus.InProgress, e.At),
        ReportWaiting e => row.In(ReportStatus.Waiting, e.At).Saying(new(EntryKind.Waiting, e.Reason, e.At, e.Unit, e.Until)) with { WaitingFor = e.For, WaitingUntil = e.Until },
        ReportResumed { Information: null } e => row.In(ReportStatus.InProgress, e.At),
        ReportResumed e => row.In(ReportStatus.InProgress, e.At).Saying(new(EntryKind.Information, e.Information, e.At, Unit: null)),
        InterimAnswerGiven e => row.Saying(new(EntryKind.Interim, e.Text, e.At, e.Unit, e.Promised)),
        ReportAnswered e => row.In(ReportStatus.Answered, e.At).Saying(new(EntryKind.Answer, e.Answer, e.At, e.Unit)) with { AnsweredAt = e.At, Answer = e.Answer, WorkNote = e.Note, WorkCost = e.Cost },
        ReportRejected e => row.In(ReportStatus.Rejected, e.At).Saying(new(EntryKind.Rejection, e.Note, e.At, e.Unit)) with { Rejection = e.Reason, ClosedAt = e.At },
        Moderation.ReportHeld or Moderation.ReportHidden or Moderation.ReportShown => row with { Public = Moderation.Standing.After(row.Public, happened) },
        Channels.IntakeNoted e => row with { Intake = e },
        Channels.CrossingEnded e => row.Saying(new(EntryKind.Information, e.Notice, e.At, Unit: null)),
        _ => Judged(row, happened),
    };

    private static ReportRow Judged(ReportRow row, ReportEvent happened) => happened switch
    {
        ReportRated e => row.In(ReportStatus.Rated, e.At) with { RatedAt = e.At, Rating = e.Rating, Comment = e.Comment, Reasons = e.Reasons, ClosedAt = e.At },
        ReportClosed e => row.In(ReportStatus.Closed, e.At) with { ClosedAt = e.At },
        ReportReopened e => row.In(ReportStatus.Assigned, e.At).Saying(new(EntryKind.Reopening, e.Reason, e.At, e.To)) with { Unit = e.To, ReopenedAt = e.At, ClosedAt = null, Rejection = null, WorkNote = null, WorkCost = null },
        _ => Handed(row, happened),
    };

    private static ReportRow Handed(ReportRow row, ReportEvent happened) => happened switch
    {
        ReportReturned e => row.In(ReportStatus.Assigned, e.At).Saying(new(EntryKind.Return, e.Reason, e.At, e.From)) with { Unit = e.To, Transfers = row.Transfers + 1 },
        ReportTransferred e => row.In(ReportStatus.Assigned, e.At).Saying(new(EntryKind.Transfer, e.Reason, e.At, e.From)) with { Unit = e.To, Transfers = row.Transfers + 1 },
        ReportMerged e => row.In(ReportStatus.Duplicate, e.At) with { Original = e.Original },
        ReportUnmerged e => row.In(ReportStatus.Assigned, e.At) with { Original = null },
        DuplicateJoined e => row with { Duplicates = row.Duplicates.Add(e.Duplicate) },
        DuplicateLeft e => row with { Duplicates = row.Duplicates.Remove(e.Duplicate) },
        ReportSplit e => row with { Parts = [.. e.Parts] },
        ReportForwarded e => row.In(ReportStatus.Forwarded, e.At),
        ReportCameBack e => row.In(ReportStatus.InProgress, e.At),
        ConsentGiven e => row with { Consent = e },
        PartClosed e => row with { ClosedParts = row.ClosedParts.Add(e.Part) },
        _ => row,
    };

    private static ReportRow In(this ReportRow row, ReportStatus status, DateTimeOffset at) => row with { Status = status, Since = at, WaitingFor = null, WaitingUntil = null };

    private static ReportRow Saying(this ReportRow row, Entry entry) => row with { Thread = row.Thread.Add(entry) };
}
