using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Coordination;

/// <summary>A directive as readers see it, with how far each recipient is.</summary>
public record IssuedDirective(
    string Title, string Text, DateTimeOffset Deadline, string ExpectedResult, string Responsible,
    string Issuer, string IssuerName, DateTimeOffset IssuedAt, ImmutableArray<Recipient> Recipients)
{
    public static IssuedDirective Fold(IssuedDirective? row, Guid id, DirectiveEvent happened) => happened switch
    {
        DirectiveIssued e => new(
            e.Title, e.Text, e.Deadline, e.ExpectedResult, e.Responsible, e.Issuer, e.IssuerName, e.At,
            [.. e.Recipients.Select(recipient => new Recipient(recipient.Code, recipient.Name, RecipientProgress.AtFirst, e.At))]),
        RecipientEvent e => row! with { Recipients = [.. row.Recipients.Select(recipient => recipient.Code == e.Recipient ? recipient.After(e) : recipient)] },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>The issuer sees all recipients; a recipient only itself and those below it.</summary>
    /// <exception cref="Refused">Neither issuer nor recipient, nor above one: for them the directive does not exist.</exception>
    public IssuedDirective For(Official by)
    {
        if (by.ActsFor(Issuer)) return this;
        var own = Recipients.Where(recipient => by.ActsFor(recipient.Code)).ToImmutableArray();
        return own.Length > 0 ? this with { Recipients = own } : throw Refused.Foreign;
    }
}

/// <param name="Since">When it came into this state or last reported.</param>
public sealed record Recipient([Description("The recipient's organisation code.")] string Code, string Name, RecipientProgress Progress, DateTimeOffset Since)
{
    public Recipient After(RecipientEvent happened) => this with { Progress = Progress.After(happened), Since = happened.At };
}
