using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>The recipient has done what the directive asks and tells the result; late is better than never, so no deadline forbids it.</summary>
public static class CompleteDirective
{
    public sealed record Command([property: Text(1, 5000, Multiline = true)] string Result);

    public static DirectiveEvent[] Decide(Command command, string organisation, Directive directive, Official by, DateTimeOffset now) => directive.Of(organisation, by) switch
    {
        { State: RecipientState.Done } => [],
        { State: RecipientState.Accepted or RecipientState.InProgress } => [new DirectiveCompleted(organisation, command.Result.Trim(), now)],
        var other => throw other.NotNow(),
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, [OrganisationCodeFormat] string organisation, Command command, Official by, EventStream<Directive, DirectiveEvent> directives, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await directives.Append(id, directive => Decide(command, organisation, directive, by, clock.GetUtcNow()), ct)).Written);
}
