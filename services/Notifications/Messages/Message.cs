using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

// Names are in the database for good: add, never rename.

/// <summary>What became of a message's SMS: the gateway took it, refused the number for good, or none is set up.</summary>
public enum SmsState { Sent, Refused, Off }

public abstract record MessageEvent;

/// <param name="Recipient">A citizen's subject or an organisation's code.</param>
/// <param name="Template">Name in <see cref="Templates"/>; the words are made from it when somebody reads.</param>
/// <param name="Arguments">Ids, codes and titles for the template; nothing about a person.</param>
[Stored("message_created")]
public sealed record MessageCreated(string Recipient, string Template, ImmutableDictionary<string, string> Arguments, TextLanguage Language, DateTimeOffset At) : MessageEvent
{
    /// <summary>The report that it is about, if any.</summary>
    [JsonIgnore]
    public Guid? Report => Arguments.TryGetValue("reportId", out var id) && Guid.TryParse(id, out var report) ? report : null;
}

/// <param name="Report">What the message is about, where it is about a report.</param>
[Stored("message_mailed")]
public sealed record MessageMailed(DateTimeOffset At, Guid? Report = null) : MessageEvent;

/// <summary>The recipient's mail server does not know the address: trying again would change nothing.</summary>
[Stored("mail_refused")]
public sealed record MailRefused(DateTimeOffset At, Guid? Report = null) : MessageEvent;

/// <summary>No SMS is sent for this message any more.</summary>
/// <param name="Report">What the message is about, where it is about a report.</param>
[Stored("sms_settled")]
public sealed record SmsSettled(SmsState State, DateTimeOffset At, Guid? Report = null) : MessageEvent;

/// <summary>A message to one recipient; its id is the id of the broker's message that caused it.</summary>
/// <param name="MailIsSettled">Mailed, or refused for good.</param>
public sealed record Message(bool Exists, bool MailIsSettled)
{
    /// <summary>The report that it is about, if any.</summary>
    public Guid? Report { get; init; }

    /// <summary>Sent, refused for good, or never to be sent.</summary>
    public bool SmsIsSettled { get; init; }

    public static readonly Message None = new(Exists: false, MailIsSettled: false);

    public static Message Evolve(Message message, MessageEvent happened) => happened switch
    {
        MessageCreated e => message with { Exists = true, Report = e.Report },
        MessageMailed or MailRefused => message with { MailIsSettled = true },
        SmsSettled => message with { SmsIsSettled = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
