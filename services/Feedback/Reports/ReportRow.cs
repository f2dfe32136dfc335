using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

public enum EntryKind { Waiting, Information, Interim, Answer, Rejection, Return, Transfer, Reopening }

/// <summary>What was said about a report, under its reporter's key.</summary>
/// <param name="Promised">When an answer or the end of waiting was promised for.</param>
public sealed record Entry(EntryKind Kind, Sealed? Text, DateTimeOffset At, string? Unit, DateTimeOffset? Promised = null)
{
    /// <summary>What units tell one another is not the citizen's to read.</summary>
    public bool IsForCitizens => Kind is not (EntryKind.Return or EntryKind.Transfer);
}

/// <summary>A report as lists, desks and tracking show it.</summary>
public sealed record ReportRow(string Code, string Reporter, string Category, string Commune, Sealed Statement, DateTimeOffset SubmittedAt)
{
    /// <summary>SQL: on whose desk it is, the unit in charge or, where no unit has it, the province, by its code. Schema/198_desk_of_report.sql has its indexes.</summary>
    public const string Desk = "coalesce(nullif(data->>'unit', ''), data->'clocks'->>'calendar')";

    public ReportStatus Status { get; init; } = ReportStatus.Submitted;

    public Source Source { get; init; }

    public Moderation.Standing Public { get; init; } = Moderation.Standing.Usual;

    /// <summary>Null where the reporter came alone.</summary>
    public Channels.IntakeNoted? Intake { get; init; }

    public Severity Severity { get; init; } = Severity.Normal;

    public Spot? Spot { get; init; }

    public bool IsConfidential { get; init; }

    public ConsentGiven? Consent { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>Since when it is in this state.</summary>
    public DateTimeOffset Since { get; init; } = SubmittedAt;

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? RatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? ReopenedAt { get; init; }

    public WaitingFor? WaitingFor { get; init; }

    public DateTimeOffset? WaitingUntil { get; init; }

    public RejectionReason? Rejection { get; init; }

    public int Transfers { get; init; }

    public Guid? Original { get; init; }

    public ImmutableList<Guid> Duplicates { get; init; } = [];

    public Guid? Parent { get; init; }

    public ImmutableList<Part> Parts { get; init; } = [];

    public ImmutableList<Guid> ClosedParts { get; init; } = [];

    public Sealed? Answer { get; init; }

    /// <summary>What the unit told of its work beside the answer.</summary>
    public Sealed? WorkNote { get; init; }

    /// <summary>What the work cost, in dong.</summary>
    public long? WorkCost { get; init; }

    /// <summary>When a unit took it on last: a report that was reopened or transferred is accepted again.</summary>
    public DateTimeOffset? LastAcceptedAt { get; init; }

    public int? Rating { get; init; }

    public IReadOnlyList<VerdictReason>? Reasons { get; init; }

    public Sealed? Comment { get; init; }

    public Clocks? Clocks { get; init; }

    public ImmutableList<Entry> Thread { get; init; } = [];

    public static ReportRow? Fold(ReportRow? row, Guid id, ReportEvent happened) =>
        Next(row, id, happened) is { } next ? next with { Clocks = ClocksFold.Fold(row?.Clocks, happened) } : null;

    private static ReportRow? Next(ReportRow? row, Guid id, ReportEvent happened) => happened is ReportSubmitted e
        ? new(TrackingCode.Of(id), e.Reporter, e.Category, e.Commune, e.Statement, e.At) { Source = e.Source, Severity = e.Severity, Spot = e.Spot, IsConfidential = e.IsConfidential, Parent = e.Parent }
        : row is null ? null : ReportFold.Next(row, happened);

    /// <summary>Empty for a moment, until the first sweep, where no unit has it.</summary>
    [JsonIgnore]
    public string Province => Unit is "" ? Clocks?.Calendar ?? "" : Unit[..2];

    /// <summary>The reporter, the unit in charge and those above it; without a unit in charge the coordinating one; of these whoever has its category.</summary>
    public bool IsOpenTo(Caller by) => by switch
    {
        Citizen => by.Id == Reporter,
        Official official => CoordinatingUnit.ActsFor(official, Unit, Province, Category),
        _ => false,
    };
}
