using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

/// <summary>One directive in one recipient's list.</summary>
public sealed record ReceivedDirective(
    Guid Id, string Recipient, string Title, string Issuer, string IssuerName, DateTimeOffset IssuedAt, DateTimeOffset Deadline, RecipientProgress Progress);

/// <summary>What each organisation has received: a list over all directives, so a projection.</summary>
public static class DirectiveInbox
{
    public static IEnumerable<Change<ReceivedDirective>> On(Recorded recorded) => recorded.Data switch
    {
        DirectiveIssued e => e.Recipients.Select(recipient => new Change<ReceivedDirective>(IdOf(recorded.StreamId, recipient.Code), _ =>
            new(recorded.StreamId, recipient.Code, e.Title, e.Issuer, e.IssuerName, e.At, e.Deadline, RecipientProgress.AtFirst))),
        RecipientEvent e => [new(IdOf(recorded.StreamId, e.Recipient), row => row! with { Progress = row.Progress.After(e) })],
        _ => [],
    };

    private static Guid IdOf(Guid directive, string recipient) => NamedId.Of(directive, recipient);
}
