using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>The recipient takes the directive on; whoever accepts has acknowledged, too.</summary>
public static class AcceptDirective
{
    public static DirectiveEvent[] Decide(string organisation, Directive directive, Official by, DateTimeOffset now) => directive.Of(organisation, by) switch
    {
        { State: RecipientState.Sent } => [new DirectiveAcknowledged(organisation, now), new DirectiveAccepted(organisation, now)],
        { State: RecipientState.Acknowledged } => [new DirectiveAccepted(organisation, now)],
        { State: RecipientState.Refused } refused => throw refused.NotNow(),
        _ => [],
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, [OrganisationCodeFormat] string organisation, Official by, EventStream<Directive, DirectiveEvent> directives, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await directives.Append(id, directive => Decide(organisation, directive, by, clock.GetUtcNow()), ct)).Written);
}
