using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>An operator lets another system in: under which name, for what, and whom to call.</summary>
public static class RegisterPartner
{
    public sealed record Command(
        [property: PartnerPath] string Path,
        [property: ServiceDefaults.Text(1, 200)] string Name,
        Contact Contact,
        [property: PartnerScopes] IReadOnlyList<string> Scopes,
        [property: PlanName] string Plan = "standard");

    /// <param name="ClientId">What the partner calls itself at the token endpoint: its path.</param>
    public sealed record Registration(Guid Id, long Version, long Position, string ClientId) : IPositioned;

    /// <summary>Paths are never given twice: what a log says under one would mean two systems.</summary>
    public static PartnerEvent[] Decide(Command command, Sealed contact, Partner partner, DateTimeOffset now) => partner.Status is PartnerStatus.Absent
        ? [new PartnerRegistered(command.Path, command.Name.Trim(), contact, [.. command.Scopes], command.Plan, now)]
        : throw new Refused(PartnerProblems.AlreadyRegistered);

    public static async Task<Created<Registration>> Handle(
        Command command, EventStream<Partner, PartnerEvent> partners, PersonalData personal, Plans plans, TimeProvider clock, CancellationToken ct)
    {
        plans.Require(command.Plan);
        var contact = await personal.Seal(command.Path, command.Contact.Write(), ct);
        var done = await partners.Append(Partner.IdOf(command.Path), partner => Decide(command, contact, partner, clock.GetUtcNow()), ct);
        return TypedResults.Created($"/v1/partners/{done.Id}", new Registration(done.Id, done.Version, done.Position, command.Path));
    }
}
