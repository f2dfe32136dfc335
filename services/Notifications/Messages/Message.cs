using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

public abstract record MessageEvent;

/// <param name="Recipient">A citizen's subject or an organisation's code.</param>
/// <param name="Template">Name in <see cref="Templates"/>; the words are made from it when somebody reads.</param>
/// <param name="Arguments">Ids, codes and titles for the template; nothing about a person.</param>
[Stored("message_created")]
public sealed record MessageCreated(string Recipient, string Template, ImmutableDictionary<string, string> Arguments, TextLanguage Language, DateTimeOffset At) : MessageEvent;

[Stored("message_mailed")]
public sealed record MessageMailed(DateTimeOffset At) : MessageEvent;

/// <summary>The recipient's mail server does not know the address: trying again would change nothing.</summary>
[Stored("mail_refused")]
public sealed record MailRefused(DateTimeOffset At) : MessageEvent;

/// <summary>A message to one recipient; its id is the id of the broker's message that caused it.</summary>
/// <param name="MailIsSettled">Mailed, or refused for good.</param>
public sealed record Message(bool Exists, bool MailIsSettled)
{
    public static readonly Message None = new(Exists: false, MailIsSettled: false);

    public static Message Evolve(Message message, MessageEvent happened) => happened switch
    {
        MessageCreated => message with { Exists = true },
        MessageMailed or MailRefused => message with { MailIsSettled = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
