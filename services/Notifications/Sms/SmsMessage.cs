using System.Diagnostics;
using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>Sends a message by SMS to whoever has no account but a telephone: the caller of the hotline.</summary>
public sealed class SmsMessage(
    EventStream<Message, MessageEvent> messages, ReadModel<MessageRow> rows, EventStream<Preferences, PreferencesEvent> preferences,
    PersonalData personal, SmsGateway gateway, TimeProvider clock) : IConsumer<Contracts.MessageCreated>
{
    public static MessageEvent[] Decide(SmsState state, Message message, DateTimeOffset now) =>
        message.SmsIsSettled ? [] : [new SmsSettled(state, now, message.Report)];

    /// <summary>A relay that is rewound tells of old messages, too: a number given since must not get them.</summary>
    public static bool IsWanted(MessageRow message, Preferences preferences) => message.Sms is null && preferences.PhoneSince <= message.CreatedAt;

    public async Task Consume(ConsumeContext<Contracts.MessageCreated> context)
    {
        var (id, ct) = (context.Message.MessageId, context.CancellationToken);
        if (await rows.Find(id, ct) is not { Data: var row }) return;
        var chosen = (await preferences.Load(Preferences.IdOf(row.Recipient), ct)).State;
        if (!IsWanted(row, chosen) || await personal.Open(row.Recipient, chosen.Phone, ct) is not { } number) return;
        var state = gateway.IsSetUp ? await Send(id, number, row.Text, ct) : SmsState.Off;
        await messages.Append(id, message => Decide(state, message, clock.GetUtcNow()), ct);
        gateway.Noted(id);
    }

    private async Task<SmsState> Send(Guid id, string number, Text text, CancellationToken ct)
    {
        using var span = Measures.Source.StartActivity("sms", ActivityKind.Client)?.SetTag("ecosystem.message.id", id);
        try
        {
            return await gateway.Send(id, number, text.Body, ct) ? SmsState.Sent : SmsState.Refused;
        }
        catch (SmsNotSent failure)
        {
            span?.SetStatus(ActivityStatusCode.Error, failure.Message);
            throw;
        }
    }
}
