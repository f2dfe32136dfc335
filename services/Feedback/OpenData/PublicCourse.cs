using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Following;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.OpenData;

/// <param name="Number">From 1 within the report, for good.</param>
public sealed record PublicStep(int Number, PublicChange What, DateTimeOffset At);

/// <summary>How a report went, as everybody may know it: no word that somebody said. One row a report; the row moves only with what is public, so that its position is that of the last public step.</summary>
public sealed record PublicCourse(string Code, string Category, string Commune)
{
    /// <summary>So many steps of a report are kept, the last ones.</summary>
    private const int Most = 20;

    public string Unit { get; init; } = "";

    public bool IsHidden { get; init; }

    public ImmutableList<PublicStep> Steps { get; init; } = [];

    public static IEnumerable<Change<PublicCourse>> On(Recorded recorded) =>
        recorded.Data is ReportEvent happened && Concerns(happened) ? [new(recorded.StreamId, row => Fold(row, recorded.StreamId, happened))] : [];

    /// <summary>Confidential reports and parts of others have no row, and so no course.</summary>
    public static PublicCourse? Fold(PublicCourse? row, Guid id, ReportEvent happened) => happened switch
    {
        ReportSubmitted { IsConfidential: false, Parent: null } e => new PublicCourse(TrackingCode.Of(id), e.Category, e.Commune).Then(PublicChange.Received, e.At),
        ReportSubmitted => null,
        _ => row is null ? null : Next(row, happened),
    };

    private static bool Concerns(ReportEvent happened) => happened is ReportSubmitted or ReportAssigned or ReportTransferred or ReportReturned or ReportAccepted or InterimAnswerGiven
        or ReportAnswered or ReportRejected or ReportReopened or ReportRated or ReportClosed or ReportMerged or ReportHeld or ReportHidden or ReportShown;

    private static PublicCourse Next(PublicCourse row, ReportEvent happened) => happened switch
    {
        ReportAssigned e => row with { Unit = e.Unit },
        ReportTransferred e => row with { Unit = e.To },
        ReportReturned e => row with { Unit = e.To },
        ReportAccepted e => row.Then(PublicChange.Accepted, e.At),
        InterimAnswerGiven e => row.Then(PublicChange.Delayed, e.At),
        ReportAnswered e => row.Then(PublicChange.Answered, e.At),
        ReportRejected e => row.Then(PublicChange.Rejected, e.At),
        ReportReopened e => row.Then(PublicChange.Reopened, e.At) with { Unit = e.To },
        ReportRated e => row.Then(PublicChange.Closed, e.At),
        ReportClosed e => row.Then(PublicChange.Closed, e.At),
        ReportMerged e => row.Then(PublicChange.Merged, e.At),
        ReportShown e => row.Then(PublicChange.Published, e.At) with { IsHidden = false },
        ReportHeld or ReportHidden => row with { IsHidden = true },
        _ => row,
    };

    private PublicCourse Then(PublicChange what, DateTimeOffset at)
    {
        var steps = Steps.Add(new((Steps.LastOrDefault()?.Number ?? 0) + 1, what, at));
        return this with { Steps = steps.Count > Most ? steps.RemoveAt(0) : steps };
    }
}
