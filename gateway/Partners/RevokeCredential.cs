using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>A key or secret that was lost or replaced proves nothing from now on.</summary>
public static class RevokeCredential
{
    public static PartnerEvent[] Decide(Guid credential, Partner partner, DateTimeOffset now) => partner.Known().Credentials.FirstOrDefault(known => known.Id == credential) switch
    {
        null => throw new Refused(Problem.NotFound),
        { IsLive: false } => [],
        _ => [new CredentialRevoked(credential, now)],
    };

    public static async Task<Ok<Written>> Handle(Guid id, Guid credential, EventStream<Partner, PartnerEvent> partners, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await partners.Append(id, partner => Decide(credential, partner, clock.GetUtcNow()), ct)).Written);
}
