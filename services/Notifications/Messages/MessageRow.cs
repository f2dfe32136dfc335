using System.Collections.Immutable;
using System.Diagnostics;

namespace Ecosystem.Notifications;

/// <summary>A message as inboxes show it.</summary>
/// <param name="MailIsSettled">Mailed, or refused for good: no mail is sent any more.</param>
public sealed record MessageRow(
    string Recipient, string Template, ImmutableDictionary<string, string> Arguments, TextLanguage Language, DateTimeOffset CreatedAt, DateTimeOffset? MailedAt, bool MailIsSettled)
{
    /// <summary>Null: no SMS was to be sent, or not yet.</summary>
    public SmsState? Sms { get; init; }

    public static MessageRow? Fold(MessageRow? row, Guid id, MessageEvent happened) => happened switch
    {
        MessageCreated e => new(e.Recipient, e.Template, e.Arguments, e.Language, e.At, MailedAt: null, MailIsSettled: false),
        MessageMailed e => row! with { MailedAt = e.At, MailIsSettled = true },
        MailRefused => row! with { MailIsSettled = true },
        SmsSettled e => row! with { Sms = e.State },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>The words, in the language that the recipient had chosen when the message was made.</summary>
    public Text Text => Templates.Find(Template).Render(Arguments, Language);
}
