using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>Puts a message into its recipient's inbox, once, in the language that the recipient prefers at that time.</summary>
public sealed class CreateMessage(EventStream<Message, MessageEvent> messages, EventStream<Preferences, PreferencesEvent> preferences, TimeProvider clock)
{
    public static MessageEvent[] Decide(Note note, Message message, TextLanguage language, DateTimeOffset now) =>
        message.Exists ? [] : [new MessageCreated(note.Recipient, note.Template.Name, note.Arguments, language, now)];

    /// <summary>The broker's message id names the stream, so a redelivered message finds its own work already done.</summary>
    public async Task From(ConsumeContext fact, Note note)
    {
        var ct = fact.CancellationToken;
        var preferred = await preferences.Load(Preferences.IdOf(note.Recipient), ct);
        var created = await messages.Create(fact.MessageId!.Value, message => Decide(note, message, preferred.State.Language, clock.GetUtcNow()), ct);
        if (created.Events.Count > 0) Measures.Arrived(fact, clock.GetUtcNow());
    }
}
