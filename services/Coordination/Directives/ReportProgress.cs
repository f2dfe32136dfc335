using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>The recipient tells how far it is, as often as it likes; the share may also fall back.</summary>
public static class ReportProgress
{
    public sealed record Command([property: Text(1, 2000, Multiline = true)] [Description("What has been done since, 1 to 2,000 characters.")] string Text, [property: Range(0, 100)] int Percent);

    public static DirectiveEvent[] Decide(Command command, string organisation, Directive directive, Official by, DateTimeOffset now) => directive.Of(organisation, by) switch
    {
        { State: RecipientState.InProgress } last when last.Percent == command.Percent && last.Note == command.Text.Trim() => [],
        { State: RecipientState.Accepted or RecipientState.InProgress } => [new DirectiveProgressReported(organisation, command.Text.Trim(), command.Percent, now)],
        var other => throw other.NotNow(),
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, [OrganisationCodeFormat] string organisation, Command command, Official by, EventStream<Directive, DirectiveEvent> directives, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await directives.Append(id, directive => Decide(command, organisation, directive, by, clock.GetUtcNow()), ct)).Written);
}
