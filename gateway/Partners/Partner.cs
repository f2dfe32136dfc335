using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Gateway.Partners;

// Quoted names are in the database for good: add, never rename.
public abstract record PartnerEvent;

/// <param name="Path">Province, organisation and system: the partner's client_id, for good.</param>
/// <param name="Contact">A <see cref="Partners.Contact"/> under the partner's key.</param>
[Stored("partner_registered")]
public sealed record PartnerRegistered(string Path, string Name, Sealed Contact, ImmutableArray<string> Scopes, string Plan, DateTimeOffset At) : PartnerEvent;

[Stored("partner_changed")]
public sealed record PartnerChanged(string Name, Sealed Contact, ImmutableArray<string> Scopes, string Plan, DateTimeOffset At) : PartnerEvent;

[Stored("partner_disabled")]
public sealed record PartnerDisabled(DateTimeOffset At) : PartnerEvent;

[Stored("partner_enabled")]
public sealed record PartnerEnabled(DateTimeOffset At) : PartnerEvent;

[Stored("partner_deleted")]
public sealed record PartnerDeleted(DateTimeOffset At) : PartnerEvent;

[Stored("partner_credential_added")]
public sealed record CredentialAdded(Credential Credential) : PartnerEvent;

[Stored("partner_credential_revoked")]
public sealed record CredentialRevoked(Guid Credential, DateTimeOffset At) : PartnerEvent;

public enum PartnerStatus { Absent, Registered, Disabled, Deleted }

/// <summary>Another system that calls the gateway. State for the rules and row for the lists in one: a partner is small.</summary>
public sealed record Partner(PartnerStatus Status, string Path, string Name, Sealed? Contact, ImmutableArray<string> Scopes, string Plan, ImmutableArray<Credential> Credentials)
{
    public DateTimeOffset RegisteredAt { get; init; }

    public static Guid IdOf(string path) => NamedId.Of($"partner:{path}");

    public static Partner New(Guid id) => new(PartnerStatus.Absent, "", "", Contact: null, [], "", []);

    public static Partner Fold(Partner? row, Guid id, PartnerEvent happened) => Evolve(row ?? New(id), happened);

    public static Partner Evolve(Partner partner, PartnerEvent happened) => happened switch
    {
        PartnerRegistered e => partner with { Status = PartnerStatus.Registered, Path = e.Path, Name = e.Name, Contact = e.Contact, Scopes = e.Scopes, Plan = e.Plan, RegisteredAt = e.At },
        PartnerChanged e => partner with { Name = e.Name, Contact = e.Contact, Scopes = e.Scopes, Plan = e.Plan },
        PartnerDisabled => partner with { Status = PartnerStatus.Disabled },
        PartnerEnabled => partner with { Status = PartnerStatus.Registered },
        PartnerDeleted => partner with { Status = PartnerStatus.Deleted },
        CredentialAdded e => partner with { Credentials = partner.Credentials.Add(e.Credential) },
        CredentialRevoked e => partner with { Credentials = [.. partner.Credentials.Select(credential => credential.Id == e.Credential ? credential with { RevokedAt = e.At } : credential)] },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>The partner as one that can be worked on.</summary>
    /// <exception cref="Refused">There is none, or it was deleted.</exception>
    public Partner Known() => Status is PartnerStatus.Absent or PartnerStatus.Deleted ? throw new Refused(Problem.NotFound) : this;
}
