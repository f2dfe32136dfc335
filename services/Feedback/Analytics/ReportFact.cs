using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>
/// What can be counted of a report: nothing that a person said, and not who. One row a report; Schema/150_report_facts.sql makes
/// columns of what is asked for. Days are numbered, see <see cref="LocalDay"/>.
/// </summary>
public sealed record ReportFact(string Code, string Category, string Commune, DateTimeOffset SubmittedAt, int SubmittedDay)
{
    public Source Source { get; init; }

    public Severity Severity { get; init; } = Severity.Normal;

    public string Unit { get; init; } = "";

    /// <summary>Whose it is where no unit has it; empty until its deadlines are set.</summary>
    public string Province { get; init; } = "";

    /// <summary>Whose it was before; null as long as nobody handed it on.</summary>
    public string? FormerUnit { get; init; }

    public ReportStatus Status { get; init; } = ReportStatus.Submitted;

    /// <summary>Nothing of it is published.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Where it is, as far as that is public; null where it is not.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>In time are a first word and an answer until then: by the report's own clocks, before they are set by <see cref="Promise"/>.</summary>
    public DateTimeOffset ResponseDue { get; init; }

    public DateTimeOffset AnswerDue { get; init; }

    /// <summary>Until the unit first said something.</summary>
    public int? ResponseMinutes { get; init; }

    public bool? ResponseOnTime { get; init; }

    /// <summary>Until the answer that stands; null while there is none.</summary>
    public int? AnswerMinutes { get; init; }

    public bool? AnswerOnTime { get; init; }

    public int? AnsweredDay { get; init; }

    /// <summary>Since when nobody has to do anything; null while it is open.</summary>
    public int? SettledDay { get; init; }

    public int? Rating { get; init; }

    public int Reopened { get; init; }

    public int Transferred { get; init; }

    public int LastDay { get; init; }

    /// <summary>The days of all changes in order, each with its <see cref="Happening"/>: day * 32 + number.</summary>
    public ImmutableArray<int> Happened { get; init; } = [];

    public static IEnumerable<Change<ReportFact>> On(Recorded recorded) =>
        recorded.Data is ReportEvent happened ? [new(recorded.StreamId, fact => Fold(fact, recorded.StreamId, happened))] : [];

    public static ReportFact? Fold(ReportFact? fact, Guid id, ReportEvent happened) => happened is ReportSubmitted e
        ? new ReportFact(TrackingCode.Of(id), e.Category, e.Commune, e.At, LocalDay.NumberOf(e.At))
        {
            Source = e.Source,
            Severity = e.Severity,
            IsPrivate = e.IsConfidential,
            Latitude = e.Spot?.Latitude,
            Longitude = e.Spot?.Longitude,
            ResponseDue = Promise.Of(e).Response,
            AnswerDue = Promise.Of(e).Answer,
        }.Then(Happening.Submitted, e.At)
        : fact is null ? null : Fold(fact, happened);

    private static ReportFact Fold(ReportFact fact, ReportEvent happened) => happened switch
    {
        ReportAssigned e => fact.Then(Happening.Assigned, e.At).At(e.Unit),
        ReportAccepted e => fact.Then(Happening.Accepted, e.At).Responded(e.At).Open(ReportStatus.Accepted),
        ReportStarted e => fact.Then(Happening.Started, e.At).Responded(e.At).Open(ReportStatus.InProgress),
        ReportWaiting e => fact.Then(Happening.Waiting, e.At).Responded(e.At).Open(ReportStatus.Waiting),
        ReportResumed e => fact.Then(Happening.Resumed, e.At).Open(ReportStatus.InProgress),
        InterimAnswerGiven e => fact.Responded(e.At) with { AnswerDue = e.Promised },
        ReportReturned e => fact.Then(Happening.Returned, e.At).HandedTo(e.To),
        ReportTransferred e => fact.Then(Happening.Transferred, e.At).HandedTo(e.To),
        DeadlinesSet e => fact.Due(e.Due) with { Province = e.Calendar },
        DeadlinesMoved e => fact.Due(e.New),
        ReportUnmerged e => fact.Then(Happening.Unmerged, e.At).Open(ReportStatus.Assigned),
        _ => FoldEnd(fact, happened),
    };

    private static ReportFact FoldEnd(ReportFact fact, ReportEvent happened) => happened switch
    {
        ReportAnswered e => fact.Then(Happening.Answered, e.At).Responded(e.At).Answered(e.At).Settled(ReportStatus.Answered, e.At),
        ReportRated e => fact.Then(Happening.Rated, e.At) with { Status = ReportStatus.Rated, Rating = e.Rating },
        ReportClosed e => fact.Then(Happening.Closed, e.At).Settled(ReportStatus.Closed, e.At),
        ReportRejected e => fact.Then(Happening.Rejected, e.At).Responded(e.At).Settled(ReportStatus.Rejected, e.At),
        ReportMerged e => fact.Then(Happening.Merged, e.At).Settled(ReportStatus.Duplicate, e.At),
        ReportReopened e => fact.Then(Happening.Reopened, e.At).Reopen(e.To),
        _ => fact,
    };

    private ReportFact At(string unit) => Open(ReportStatus.Assigned) with { Unit = unit, FormerUnit = unit == Unit || Unit.Length == 0 ? FormerUnit : Unit };

    private ReportFact HandedTo(string unit) => At(unit) with { Transferred = Transferred + 1 };

    /// <summary>The answer does not stand any longer; the verdict on it was given and does.</summary>
    private ReportFact Reopen(string unit) => At(unit) with { Reopened = Reopened + 1, AnswerMinutes = null, AnswerOnTime = null, AnsweredDay = null };

    private ReportFact Due(DueTimes due) => this with { ResponseDue = due.FirstResponse?.Due ?? ResponseDue, AnswerDue = due.Resolution?.Due ?? AnswerDue };

    private ReportFact Open(ReportStatus status) => this with { Status = status, SettledDay = null };

    private ReportFact Settled(ReportStatus status, DateTimeOffset at) => this with { Status = status, SettledDay = SettledDay ?? LocalDay.NumberOf(at) };

    private ReportFact Then(Happening what, DateTimeOffset at)
    {
        var day = LocalDay.NumberOf(at);
        return this with { LastDay = day, Happened = Happened.Add(day * 32 + (int)what) };
    }

    private ReportFact Responded(DateTimeOffset at) => ResponseMinutes is not null ? this
        : this with { ResponseMinutes = MinutesUntil(at), ResponseOnTime = at <= ResponseDue };

    private ReportFact Answered(DateTimeOffset at) => this with
    {
        AnswerMinutes = MinutesUntil(at),
        AnswerOnTime = at <= AnswerDue,
        AnsweredDay = LocalDay.NumberOf(at),
    };

    private int MinutesUntil(DateTimeOffset at) => (int)Math.Clamp((at - SubmittedAt).TotalMinutes, 0, int.MaxValue);
}
