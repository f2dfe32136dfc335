using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>An organisation gives work to those below it, with a deadline, an expected result and someone responsible.</summary>
public static class IssueDirective
{
    public const int MostRecipients = 500;

    private const int MostYears = 5;

    /// <param name="Recipients">Codes of organisations below the issuer; null: all of the same kind directly below.</param>
    public sealed record Command(
        [property: Text(5, 200)] string Title,
        [property: Text(1, 10_000, Multiline = true)] string Text,
        [property: SensibleTime] DateTimeOffset Deadline,
        [property: Text(1, 2000, Multiline = true)] string ExpectedResult,
        [property: Text(1, 200)] string Responsible,
        [property: OrganisationCodes(MostRecipients), Description("Codes of organisations below the own, at most 500; left out: all directly below.")] IReadOnlyList<string>? Recipients = null);

    public static DirectiveEvent[] Decide(Command command, Addressee? issuer, IReadOnlyList<Addressee> recipients, Directive directive, DateTimeOffset now) => directive switch
    {
        { Recipients.Count: > 0 } => [],
        _ when issuer is null => throw new Refused(CoordinationProblems.IssuerNotRegistered),
        _ when recipients.Any(recipient => recipient.Code == issuer.Code || !OrganisationCode.Covers(issuer.Code, recipient.Code)) => throw new Refused(CoordinationProblems.RecipientNotBelow),
        _ when recipients.Count == 0 => throw new Refused(CoordinationProblems.NoRecipients),
        _ when recipients.Count > MostRecipients => throw new Refused(CoordinationProblems.TooManyRecipients),
        _ when command.Deadline <= now || command.Deadline > now.AddYears(MostYears) => throw new Refused(CoordinationProblems.DeadlineNotAhead),
        _ => [new DirectiveIssued(
            command.Title.Trim(), command.Text.Trim(), command.Deadline, command.ExpectedResult.Trim(), command.Responsible.Trim(), issuer.Code, issuer.Name, [.. recipients], now)],
    };

    public static async Task<Results<Created<Written>, InvalidFields>> Handle(
        Command command, Official by, Addressees addressees, EventStream<Directive, DirectiveEvent> directives, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var issuer = await addressees.Find(by.Organisation, ct);
        var recipients = command.Recipients is null ? await addressees.DirectlyBelow(by.Organisation, ct) : await addressees.Find(command.Recipients, ct);
        if (Unknown(command, recipients) is { Count: > 0 } unknown) return new InvalidFields(unknown);
        var issued = await directives.Create(cause.NewId(), directive => Decide(command, issuer, recipients, directive, clock.GetUtcNow()), ct);
        return TypedResults.Created($"/v1/directives/{issued.Id}", issued.Written);
    }

    private static Dictionary<string, string[]> Unknown(Command command, IReadOnlyList<Addressee> found)
    {
        var known = found.Select(addressee => addressee.Code).ToHashSet();
        var text = Language.Say("There is no such organisation.", "Không có tổ chức này.");
        return (command.Recipients ?? []).Index().Where(given => !known.Contains(given.Item)).ToDictionary(given => $"recipients[{given.Index}]", _ => new[] { text });
    }
}
