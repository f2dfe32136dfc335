using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>An operator changes what a partner may do, its plan, its name or its contact. Tokens given before keep what they say until they are over.</summary>
public static class ChangePartner
{
    public sealed record Command(
        [property: ServiceDefaults.Text(1, 200)] string Name,
        Contact Contact,
        [property: PartnerScopes] IReadOnlyList<string> Scopes,
        [property: PlanName] string Plan = "standard");

    public static PartnerEvent[] Decide(Command command, Sealed contact, Partner partner, DateTimeOffset now)
    {
        var known = partner.Known();
        var asItIs = (known.Name, known.Contact, known.Plan) == (command.Name.Trim(), contact, command.Plan) && known.Scopes.SequenceEqual(command.Scopes);
        return asItIs ? [] : [new PartnerChanged(command.Name.Trim(), contact, [.. command.Scopes], command.Plan, now)];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, EventStream<Partner, PartnerEvent> partners, PersonalData personal, Plans plans, TimeProvider clock, CancellationToken ct)
    {
        plans.Require(command.Plan);
        var known = (await partners.Load(id, ct)).State.Known();
        var text = command.Contact.Write();
        var contact = await personal.Open(known.Path, known.Contact, ct) == text ? known.Contact! : await personal.Seal(known.Path, text, ct);
        return TypedResults.Ok((await partners.Append(id, partner => Decide(command, contact, partner, clock.GetUtcNow()), ct)).Written);
    }
}
