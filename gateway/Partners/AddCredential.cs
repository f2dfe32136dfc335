using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>
/// A partner gets something to prove itself with, for the sandbox or in earnest: its public key, or a secret made here. Two of a kind
/// may be valid, so that a partner changes to the new one at its own pace before the old one is revoked.
/// </summary>
public static class AddCredential
{
    private const int MostLive = 2;

    /// <param name="Key">The partner's public key; without one, a secret is made.</param>
    /// <param name="Sandbox">Its tokens are for the sandbox alone.</param>
    public sealed record Command(PublicKey? Key = null, bool Sandbox = false);

    /// <param name="Secret">Shown this one time; null for a key, and when the same request is repeated.</param>
    public sealed record Answer(Guid Id, long Version, long Position, Guid Credential, string ClientId, string? Secret) : IPositioned;

    public static PartnerEvent[] Decide(Credential credential, Partner partner)
    {
        var live = partner.Known().Credentials.Where(known => known.IsLive && (known.IsKey, known.Sandbox) == (credential.IsKey, credential.Sandbox)).ToList();
        if (Same(credential, partner) is { } same) return same.Sandbox == credential.Sandbox ? [] : throw new Refused(PartnerProblems.KeyOfOtherKind);
        return live.Count < MostLive ? [new CredentialAdded(credential)] : throw new Refused(PartnerProblems.TooManyCredentials);
    }

    public static async Task<Ok<Answer>> Handle(
        Guid id, Command command, EventStream<Partner, PartnerEvent> partners, Secrets secrets, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        if (command.Key is { } key && !key.IsFit()) throw new Refused(PartnerProblems.UnfitKey);
        var secret = command.Key is null ? Secrets.New() : null;
        var wanted = new Credential(cause.NewId(), command.Key, secret is null ? null : secrets.Hash(secret), clock.GetUtcNow()) { Sandbox = command.Sandbox };
        var done = await partners.Append(id, partner => Decide(wanted, partner), ct);
        var stored = done.Events.OfType<CredentialAdded>().SingleOrDefault()?.Credential ?? Same(wanted, done.State)!;
        var isFirst = stored.SecretHash == wanted.SecretHash;
        return TypedResults.Ok(new Answer(done.Id, done.Version, done.Position, stored.Id, done.State.Path, isFirst ? secret : null));
    }

    private static Credential? Same(Credential credential, Partner partner) => credential.Key is null ? null
        : partner.Credentials.FirstOrDefault(known => known is { IsLive: true, Key: { } key } && key.Thumbprint() == credential.Key.Thumbprint());
}
