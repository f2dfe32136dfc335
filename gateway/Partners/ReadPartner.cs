using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>A partner in full for operators; of its secrets only that there are any.</summary>
public static class ReadPartner
{
    /// <param name="Kid">The key's name, or its thumbprint; null for a secret.</param>
    public sealed record ShownCredential(Guid Id, string? Kid, bool Sandbox, DateTimeOffset AddedAt, DateTimeOffset? RevokedAt);

    /// <param name="Contact">Null once the partner is deleted.</param>
    public sealed record Shown(
        Guid Id, long Version, long Position, string ClientId, PartnerStatus Status, string Name, Contact? Contact,
        IReadOnlyList<string> Scopes, string Plan, IReadOnlyList<ShownCredential> Credentials, DateTimeOffset RegisteredAt) : IPositioned;

    /// <param name="asOf">Shows the partner as it stood at that time.</param>
    public static async Task<Ok<Shown>> Handle(
        Guid id, Caller by, [SensibleTime] DateTimeOffset? asOf, EventStream<Partner, PartnerEvent> partners, PersonalData personal, ILogger<PersonalData> audit, CancellationToken ct)
    {
        var row = await partners.View<Partner>(id, ct, asOf) ?? throw new Refused(Problem.NotFound);
        audit.LogInformation("personal data read: {Caller} read the contact of {Partner}", by.Id, id);
        var partner = row.Data;
        return TypedResults.Ok(new Shown(
            id, row.Version, row.Position, partner.Path, partner.Status, partner.Name, Contact.Read(await personal.Open(partner.Path, partner.Contact, ct)),
            partner.Scopes, partner.Plan, [.. partner.Credentials.Select(Of)], partner.RegisteredAt));
    }

    private static ShownCredential Of(Credential credential) => new(credential.Id, credential.Key?.Kid ?? credential.Key?.Thumbprint(), credential.Sandbox, credential.AddedAt, credential.RevokedAt);
}
