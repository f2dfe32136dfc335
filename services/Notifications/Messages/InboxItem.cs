using System.Collections.Immutable;
using System.ComponentModel;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

/// <summary>A message as its recipient reads it, in a list, alone or live.</summary>
public sealed record InboxItem(
    Guid Id, [Description("Place in the order of all messages; a live stream goes on after it.")] long Position, string Template, string Subject, string Text, TextLanguage Language, ImmutableDictionary<string, string> Arguments, DateTimeOffset CreatedAt, DateTimeOffset? MailedAt,
    [property: Description("What became of it by SMS: sent, refused (the number does not exist) or off (no gateway is set up); null where none is to be sent, or not yet.")] SmsState? Sms)
{
    public static InboxItem Of(Row<MessageRow> row)
    {
        var (message, text) = (row.Data, row.Data.Text);
        return new(row.Id, row.CreatedPosition, message.Template, text.Subject, text.Body, message.Language, message.Arguments, message.CreatedAt, message.MailedAt, message.Sms);
    }
}
