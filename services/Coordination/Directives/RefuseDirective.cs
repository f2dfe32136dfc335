using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>The recipient cannot take the directive on and says why, in a sentence at least: the national document axis asks for as much.</summary>
public static class RefuseDirective
{
    public sealed record Command([property: Text(10, 2000, Multiline = true)] string Reason);

    public static DirectiveEvent[] Decide(Command command, string organisation, Directive directive, Official by, DateTimeOffset now) => directive.Of(organisation, by) switch
    {
        { State: RecipientState.Refused } => [],
        { State: RecipientState.Sent or RecipientState.Acknowledged } => [new DirectiveRefused(organisation, command.Reason.Trim(), now)],
        var other => throw other.NotNow(),
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, [OrganisationCodeFormat] string organisation, Command command, Official by, EventStream<Directive, DirectiveEvent> directives, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await directives.Append(id, directive => Decide(command, organisation, directive, by, clock.GetUtcNow()), ct)).Written);
}
