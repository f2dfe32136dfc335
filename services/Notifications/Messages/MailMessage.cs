using System.Diagnostics;
using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>Sends a message by mail, too, where the recipient has given an address.</summary>
public sealed class MailMessage(
    EventStream<Message, MessageEvent> messages, ReadModel<MessageRow> rows, EventStream<Preferences, PreferencesEvent> preferences,
    PersonalData personal, Mailer mailer, TimeProvider clock) : IConsumer<Contracts.MessageCreated>
{
    public static MessageEvent[] Decide(bool taken, Message message, DateTimeOffset now) =>
        message.MailIsSettled ? []
        : taken ? [new MessageMailed(now, message.Report)]
        : [new MailRefused(now, message.Report)];

    /// <summary>A relay that is rewound tells of old messages, too: an address given since must not get them.</summary>
    public static bool IsWanted(MessageRow message, Preferences preferences) => !message.MailIsSettled && preferences.MailSince <= message.CreatedAt;

    public async Task Consume(ConsumeContext<Contracts.MessageCreated> context)
    {
        var (id, ct) = (context.Message.MessageId, context.CancellationToken);
        if (!mailer.IsSetUp || await rows.Find(id, ct) is not { Data: var row }) return;
        var chosen = (await preferences.Load(Preferences.IdOf(row.Recipient), ct)).State;
        if (!IsWanted(row, chosen) || await personal.Open(row.Recipient, chosen.Email, ct) is not { } address) return;
        var taken = await Send(id, address, row.Text, ct);
        await messages.Append(id, message => Decide(taken, message, clock.GetUtcNow()), ct);
        mailer.Noted(id);
    }

    /// <summary>The last span of a fact's way through the services, so that a trace ends where a person is reached.</summary>
    private async Task<bool> Send(Guid id, string address, Text text, CancellationToken ct)
    {
        using var span = Measures.Source.StartActivity("mail", ActivityKind.Client)?.SetTag("ecosystem.message.id", id);
        try
        {
            return await mailer.Send(id, address, text, ct);
        }
        catch (MailNotSent failure)
        {
            span?.SetStatus(ActivityStatusCode.Error, failure.Message);
            throw;
        }
    }
}
