using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>Rights of Law 91/2025/QH15, article 4.</summary>
public enum DataRequestKind { View, Correct, Supply, Delete, Restrict, Object, WithdrawConsent }

/// <summary>For which reasons a request may be refused: articles 14.5 and 19 of the law, and whoever is not the person.</summary>
public enum DataRefusal { StateManagement, Emergency, LegalDuty, OthersRights, Impossible, NotThePerson }

public enum DataRequestState { Absent, Made, Acknowledged, Granted, Refused }

// Quoted names are in the database for good: add, never rename.
public abstract record DataRequestEvent;

/// <param name="Details">What the person says, under the person's key.</param>
[Stored("data_request_made")]
public sealed record DataRequestMade(string Subject, DataRequestKind Kind, string Province, Sealed? Details, DateTimeOffset AcknowledgeBy, DateTimeOffset DueBy, DateTimeOffset At) : DataRequestEvent;

/// <param name="WithOthers">A processor or a third party has the data, too: there is more time.</param>
[Stored("data_request_acknowledged")]
public sealed record DataRequestAcknowledged(bool WithOthers, DateTimeOffset DueBy, DateTimeOffset At) : DataRequestEvent;

[Stored("data_request_extended")]
public sealed record DataRequestExtended(Sealed Reason, DateTimeOffset DueBy, DateTimeOffset At) : DataRequestEvent;

/// <param name="Refusal">Null: it is granted.</param>
[Stored("data_request_decided")]
public sealed record DataRequestDecided(DataRefusal? Refusal, Sealed? Note, DateTimeOffset At) : DataRequestEvent;

/// <summary>A person's request about the own data. It is the row of its own view as well.</summary>
public sealed record DataRequest(DataRequestState State, string Subject = "", DataRequestKind Kind = default, string Province = "")
{
    public static readonly DataRequest None = new(DataRequestState.Absent);

    public Sealed? Details { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset AcknowledgeBy { get; init; }

    public DateTimeOffset DueBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public Sealed? ExtensionReason { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DataRefusal? Refusal { get; init; }

    public Sealed? Note { get; init; }

    public bool IsOpen => State is DataRequestState.Made or DataRequestState.Acknowledged;

    public static DataRequest Evolve(DataRequest request, DataRequestEvent happened) => happened switch
    {
        DataRequestMade e => new(DataRequestState.Made, e.Subject, e.Kind, e.Province) { Details = e.Details, MadeAt = e.At, AcknowledgeBy = e.AcknowledgeBy, DueBy = e.DueBy },
        DataRequestAcknowledged e => request with { State = DataRequestState.Acknowledged, AcknowledgedAt = e.At, DueBy = e.DueBy },
        DataRequestExtended e => request with { ExtensionReason = e.Reason, DueBy = e.DueBy },
        DataRequestDecided e => request with { State = e.Refusal is null ? DataRequestState.Granted : DataRequestState.Refused, Refusal = e.Refusal, Note = e.Note, DecidedAt = e.At },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static DataRequest? Fold(DataRequest? row, Guid id, DataRequestEvent happened) => Evolve(row ?? None, happened);
}
