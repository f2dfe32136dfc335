using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Forwarding;

// Quoted names are in the database for good: add, never rename.
public abstract record ForwardingEvent;

/// <summary>A unit wants a report to go to an agency.</summary>
[Stored("forwarding_asked")]
public sealed record ForwardingAsked(Guid Report, string Target, string Unit, string Reporter, DateTimeOffset At) : ForwardingEvent;

/// <summary>One instance sends it; whoever finds it so after that time may try again.</summary>
[Stored("forwarding_started")]
public sealed record ForwardingStarted(DateTimeOffset Until, DateTimeOffset At) : ForwardingEvent;

/// <param name="RemoteId">The agency's service_request_id; "token:..." until it has one.</param>
[Stored("forwarding_sent")]
public sealed record ForwardingSent(string RemoteId, DateTimeOffset At) : ForwardingEvent;

[Stored("forwarding_failed")]
public sealed record ForwardingFailed(string Reason, DateTimeOffset Next, DateTimeOffset At) : ForwardingEvent;

/// <summary>The agency said how far it is.</summary>
/// <param name="Update">The agency's own id of the update.</param>
/// <param name="Note">Under the reporter's key.</param>
[Stored("forwarding_update_heard")]
public sealed record UpdateHeard(string Update, bool IsOpen, Sealed? Note, DateTimeOffset RemoteAt, DateTimeOffset At) : ForwardingEvent;

public enum ForwardingState { Absent, Unprocessed, Processing, Sent, Failed, Closed }

/// <summary>One report on its way to one agency. It is the row of its own view as well.</summary>
public sealed record Forwarding(ForwardingState State, Guid Report = default, string Target = "", string Unit = "", string Reporter = "")
{
    public static readonly Forwarding None = new(ForwardingState.Absent);

    /// <summary>Tries that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried (again); null: not any more.</summary>
    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public string? RemoteId { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The agency's clock at its last update that counted.</summary>
    public DateTimeOffset? RemoteAt { get; init; }

    public Sealed? Note { get; init; }

    public ImmutableHashSet<string> Heard { get; init; } = [];

    public static Guid IdOf(Guid report, string target) => NamedId.Of(report, $"forwarding:{target}");

    public static Forwarding Evolve(Forwarding forwarding, ForwardingEvent happened) => happened switch
    {
        ForwardingAsked e => new(ForwardingState.Unprocessed, e.Report, e.Target, e.Unit, e.Reporter) { Due = e.At, AskedAt = e.At },
        ForwardingStarted e => forwarding with { State = ForwardingState.Processing, Due = e.Until },
        ForwardingSent e => forwarding with { State = ForwardingState.Sent, Due = null, RemoteId = e.RemoteId, Reason = null, SentAt = forwarding.SentAt ?? e.At },
        ForwardingFailed e => forwarding with { State = ForwardingState.Failed, Due = e.Next, Reason = e.Reason, Attempts = forwarding.Attempts + 1 },
        UpdateHeard e => forwarding with { State = e.IsOpen ? ForwardingState.Sent : ForwardingState.Closed, RemoteAt = e.RemoteAt, Note = e.Note, Heard = forwarding.Heard.Add(e.Update) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static Forwarding? Fold(Forwarding? row, Guid id, ForwardingEvent happened) => Evolve(row ?? None, happened);
}
