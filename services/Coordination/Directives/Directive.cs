using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

public abstract record DirectiveEvent;

[Stored("directive_issued")]
public sealed record DirectiveIssued(
    string Title, string Text, DateTimeOffset Deadline, string ExpectedResult, string Responsible,
    string Issuer, string IssuerName, ImmutableArray<Addressee> Recipients, DateTimeOffset At) : DirectiveEvent;

/// <summary>An organisation with its name on the day of the directive.</summary>
public sealed record Addressee(string Code, string Name);

/// <summary>What one recipient did with the directive.</summary>
public abstract record RecipientEvent(string Recipient, DateTimeOffset At) : DirectiveEvent;

[Stored("directive_acknowledged")] public sealed record DirectiveAcknowledged(string Recipient, DateTimeOffset At) : RecipientEvent(Recipient, At);

[Stored("directive_accepted")] public sealed record DirectiveAccepted(string Recipient, DateTimeOffset At) : RecipientEvent(Recipient, At);

[Stored("directive_progress_reported")] public sealed record DirectiveProgressReported(string Recipient, string Text, int Percent, DateTimeOffset At) : RecipientEvent(Recipient, At);

[Stored("directive_completed")] public sealed record DirectiveCompleted(string Recipient, string Result, DateTimeOffset At) : RecipientEvent(Recipient, At);

[Stored("directive_refused")] public sealed record DirectiveRefused(string Recipient, string Reason, DateTimeOffset At) : RecipientEvent(Recipient, At);

/// <summary>What the rules need to remember: how far each recipient is. Empty: there is no such directive yet.</summary>
public sealed record Directive(ImmutableDictionary<string, RecipientProgress> Recipients)
{
    public static Directive New(Guid id) => new(ImmutableDictionary<string, RecipientProgress>.Empty);

    public static Directive Evolve(Directive directive, DirectiveEvent happened) => happened switch
    {
        DirectiveIssued e => new(e.Recipients.ToImmutableDictionary(recipient => recipient.Code, _ => RecipientProgress.AtFirst)),
        RecipientEvent e => new(directive.Recipients.SetItem(e.Recipient, directive.Recipients[e.Recipient].After(e))),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
