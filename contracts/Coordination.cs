namespace Ecosystem.Contracts;

/// <summary>An organisation exists from now on and can be given work.</summary>
/// <param name="Code">Path of the organisation, e.g. 01.00082.UBND.</param>
/// <param name="Kind">UBND, MTTQ, CD, ND, PN, TN or CCB.</param>
/// <param name="Commune">Five-digit code of the commune-level unit; null at province level.</param>
/// <param name="Province">Two-digit code of the province.</param>
[HeardBy("feedback-remember-organisation")]
public sealed record OrganisationRegistered(string Code, string Name, string Kind, string? Commune, string Province);

/// <summary>A directive was sent to one recipient; one message a recipient.</summary>
[HeardBy("notifications-tell-recipient-of-directive", "notifications-publish-to-feed")]
public sealed record DirectiveSent(Guid DirectiveId, string Recipient, string Issuer, string IssuerName, string Title, DateTimeOffset Deadline);

/// <summary>A recipient has done what a directive asks; the result stays in Coordination.</summary>
[HeardBy("notifications-publish-to-feed")]
public sealed record DirectiveCompleted(Guid DirectiveId, string Recipient);
