using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Analytics;

/// <summary>
/// What can be counted of a report: nothing that a person said, and not who. One row a report; Schema/150_report_facts.sql makes
/// columns of what is asked for. Days are numbered, see <see cref="LocalDay"/>.
/// </summary>
public sealed record ReportFact(string Code, string Category, string Commune, DateTimeOffset SubmittedAt, int SubmittedDay)
{
    public string Source { get; init; } = "App";

    public string Severity { get; init; } = "Normal";

    public string Unit { get; init; } = "";

    /// <summary>Whose it was before; null as long as nobody handed it on.</summary>
    public string? FormerUnit { get; init; }

    public ReportStatus Status { get; init; } = ReportStatus.Submitted;

    /// <summary>Nothing of it is published.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Where it is, as far as that is public; null where it is not.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

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
        ? new ReportFact(TrackingCode.Of(id), e.Category, e.Commune, e.At, LocalDay.NumberOf(e.At)).Then(Happening.Submitted, e.At)
        : fact is null ? null : Fold(fact, happened);

    private static ReportFact Fold(ReportFact fact, ReportEvent happened) => happened switch
    {
        ReportAssigned e => fact.Then(Happening.Assigned, e.At) with { Status = ReportStatus.Assigned, Unit = e.Unit },
        ReportAccepted e => fact.Then(Happening.Accepted, e.At).Responded(e.At) with { Status = ReportStatus.Accepted },
        ReportAnswered e => fact.Then(Happening.Answered, e.At).Responded(e.At).Answered(e.At),
        ReportRated e => fact.Then(Happening.Rated, e.At) with { Status = ReportStatus.Rated, Rating = e.Rating },
        _ => fact,
    };

    private ReportFact Then(Happening what, DateTimeOffset at)
    {
        var day = LocalDay.NumberOf(at);
        return this with { LastDay = day, Happened = Happened.Add(day * 32 + (int)what) };
    }

    private ReportFact Responded(DateTimeOffset at) => ResponseMinutes is not null ? this
        : this with { ResponseMinutes = MinutesUntil(at), ResponseOnTime = Promise.IsKept(SubmittedAt, at, Promise.DaysToRespond) };

    private ReportFact Answered(DateTimeOffset at) => this with
    {
        Status = ReportStatus.Answered,
        AnswerMinutes = MinutesUntil(at),
        AnswerOnTime = Promise.IsKept(SubmittedAt, at, Promise.DaysToAnswer),
        AnsweredDay = LocalDay.NumberOf(at),
        SettledDay = LocalDay.NumberOf(at),
    };

    private int MinutesUntil(DateTimeOffset at) => (int)Math.Clamp((at - SubmittedAt).TotalMinutes, 0, int.MaxValue);
}
