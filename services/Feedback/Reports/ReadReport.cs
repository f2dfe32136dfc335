using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A report in full, for its reporter, the unit in charge and those above it.</summary>
public static class ReadReport
{
    // Text, place, contact, answer and comment are null once the reporter has had the personal data erased.
    public sealed record Shown(
        Guid Id, long Version, long Position, string Code, ReportStatus Status, string Category, string Commune, string Unit, Source Source, Severity Severity,
        string? Title, string? Text, IReadOnlyDictionary<string, string[]>? Answers, Place? Place, Contact? Contact, bool Confidential, string? Answer, int? Rating, string? Comment,
        DateTimeOffset SubmittedAt, DateTimeOffset Since, DateTimeOffset? AcceptedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? RatedAt,
        WaitingFor? WaitingFor, RejectionReason? Rejection, Guid? Original, IReadOnlyList<Guid> Duplicates, Guid? Parent, IReadOnlyList<ShownPart> Parts,
        IReadOnlyList<ShownEntry> Thread, IReadOnlyList<string> NextSteps) : IPositioned
    {
        [Description("Its clocks: what is due when, and how that stands.")]
        public IReadOnlyList<ShownClock> Deadlines { get; init; } = [];

        [Description("Proof that its category asks of the answer, by what is in force now; empty where the report is shown as of a time.")]
        public IReadOnlyList<ShownProof> Proof { get; init; } = [];

        [Description("What the unit told of its work beside the answer; null where it told nothing.")]
        public string? WorkNote { get; init; }

        [Description("What the work cost, in dong; null where the unit told none.")]
        public long? WorkCost { get; init; }
    }

    public sealed record ShownPart(Guid Id, string Unit, [property: Description("Whether the unit has done its part.")] bool IsDone);

    public sealed record ShownEntry(
        [property: Description("waiting, information, interim, answer, rejection, return, transfer or reopening.")] EntryKind Kind, string? Text, DateTimeOffset At, string? Unit,
        [property: Description("The time that was promised with it, in UTC; null where none was.")] DateTimeOffset? Promised);

    /// <param name="asOf">Shows the report as it stood at that time.</param>
    public static async Task<Ok<Shown>> Handle(
        Guid id, Caller by, [SensibleTime] DateTimeOffset? asOf, EventStream<Report, ReportEvent> reports, ReadModel<DataSubject> subjects, Proof proof, PersonalData personal, TimeProvider clock, ILogger<PersonalData> audit, CancellationToken ct)
    {
        var now = await reports.View<ReportRow>(id, ct);
        if (now is null || !now.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        var row = asOf is null ? now : await reports.View<ReportRow>(id, ct, asOf) ?? throw new Refused(Problem.NotFound);
        if (by is Official) audit.LogInformation("personal data read: {Caller} read {Report}", by.Id, id);
        var onlyKept = by is Official && await DataSubject.MayNotBeRead(subjects, row.Data.Reporter, ct);
        var shown = await For(by, row, onlyKept, personal, asOf ?? clock.GetUtcNow(), ct);
        return TypedResults.Ok(asOf is null ? shown with { Proof = await proof.Shown(id, row.Data, ct) } : shown);
    }

    /// <summary>A report with its clocks for somebody to whom it is open.</summary>
    /// <param name="onlyKept">The reporter's words are only kept and not shown.</param>
    internal static async Task<Shown> For(Caller by, Row<ReportRow> row, bool onlyKept, PersonalData personal, DateTimeOffset now, CancellationToken ct)
    {
        var shown = await Open(row, by, personal, ct) with { Deadlines = ShownClock.AllOf(row.Data.Clocks, now) };
        return onlyKept ? Kept(shown) : shown;
    }

    /// <summary>What a caller to whom the report is open may see of it.</summary>
    public static async Task<Shown> Open(Row<ReportRow> row, Caller by, PersonalData personal, CancellationToken ct)
    {
        var report = row.Data;
        var statement = Statement.Read(await personal.Open(report.Reporter, report.Statement, ct));
        var answer = await personal.Open(report.Reporter, report.Answer, ct);
        var comment = await personal.Open(report.Reporter, report.Comment, ct);
        var contact = report.IsConfidential && by.Id != report.Reporter ? null : statement?.Contact;
        return new(
            row.Id, row.Version, row.Position, report.Code, report.Status, report.Category, report.Commune, report.Unit, report.Source, report.Severity,
            statement?.Title, statement?.Text, statement?.Answers, statement?.Place, contact, report.IsConfidential, answer, report.Rating, comment,
            report.SubmittedAt, report.Since, report.AcceptedAt, report.AnsweredAt, report.RatedAt,
            report.WaitingFor, report.Rejection, report.Original, report.Duplicates, report.Parent,
            [.. report.Parts.Select(part => new ShownPart(part.Id, part.Unit, report.ClosedParts.Contains(part.Id)))],
            await Thread(report, by, personal, ct), Steps.From(report.Status))
        {
            WorkNote = await personal.Open(report.Reporter, report.WorkNote, ct), WorkCost = report.WorkCost,
        };
    }

    /// <summary>A person's words that are only kept and not used any more.</summary>
    private static Shown Kept(Shown shown) => shown with
    {
        Title = null, Text = null, Answers = null, Place = null, Contact = null, Answer = null, Comment = null, WorkNote = null, Thread = [.. shown.Thread.Select(entry => entry with { Text = null })],
    };

    private static async Task<List<ShownEntry>> Thread(ReportRow report, Caller by, PersonalData personal, CancellationToken ct)
    {
        List<ShownEntry> thread = [];
        foreach (var entry in report.Thread.Where(entry => by is not Citizen || entry.IsForCitizens))
            thread.Add(new(entry.Kind, await personal.Open(report.Reporter, entry.Text, ct), entry.At, entry.Unit, entry.Promised));
        return thread;
    }
}
