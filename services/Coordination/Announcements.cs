using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

/// <summary>What other services may hear. A directive's text stays here.</summary>
public static class Announcements
{
    public static IEnumerable<object> Of(Recorded recorded) => recorded.Data switch
    {
        OrganisationRegistered e => [new Contracts.OrganisationRegistered(e.Code, e.Name, e.Kind, e.Commune, e.Province)],
        DirectiveIssued e => e.Recipients.Select(recipient => new Contracts.DirectiveSent(recorded.StreamId, recipient.Code, e.Issuer, e.IssuerName, e.Title, e.Deadline)),
        DirectiveCompleted e => [new Contracts.DirectiveCompleted(recorded.StreamId, e.Recipient)],
        _ => [],
    };
}
