using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>A disabled partner gets no token; those it has are over within minutes.</summary>
public static class DisablePartner
{
    public static PartnerEvent[] Decide(Partner partner, DateTimeOffset now) => partner.Known().Status is PartnerStatus.Disabled ? [] : [new PartnerDisabled(now)];

    public static async Task<Ok<Written>> Handle(Guid id, EventStream<Partner, PartnerEvent> partners, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await partners.Append(id, partner => Decide(partner, clock.GetUtcNow()), ct)).Written);
}

/// <summary>A disabled partner may get tokens again, with the credentials that it has.</summary>
public static class EnablePartner
{
    public static PartnerEvent[] Decide(Partner partner, DateTimeOffset now) => partner.Known().Status is PartnerStatus.Registered ? [] : [new PartnerEnabled(now)];

    public static async Task<Ok<Written>> Handle(Guid id, EventStream<Partner, PartnerEvent> partners, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await partners.Append(id, partner => Decide(partner, clock.GetUtcNow()), ct)).Written);
}

/// <summary>A partner goes for good, with its contact's data. Only a disabled one: nobody is cut off by a single mistaken call.</summary>
public static class DeletePartner
{
    public static PartnerEvent[] Decide(Partner partner, DateTimeOffset now) => partner.Status switch
    {
        PartnerStatus.Absent => throw new Refused(Problem.NotFound),
        PartnerStatus.Deleted => [],
        PartnerStatus.Disabled => [new PartnerDeleted(now)],
        _ => throw new Refused(PartnerProblems.IllegalTransition) { Allowed = ["disable"] },
    };

    public static async Task<Ok<Written>> Handle(Guid id, EventStream<Partner, PartnerEvent> partners, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var deleted = await partners.Append(id, partner => Decide(partner, clock.GetUtcNow()), ct);
        await personal.Erase(deleted.State.Path, ct);
        return TypedResults.Ok(deleted.Written);
    }
}
