using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Feedback.Journeys;

/// <summary>Keeps what Notifications tells of messages about reports, so that one report's way can be read to its end.</summary>
public sealed class NoteMessage(EventStream<Journey, JourneyEvent> journeys) : IConsumer<ReportMessageCreated>, IConsumer<ReportMessageDelivered>
{
    public static JourneyEvent[] Decide(ReportMessageCreated heard, Journey journey) =>
        journey.Messages.Any(message => message.Message == heard.MessageId) ? [] : [new MessageNoted(heard.MessageId, heard.Template, heard.At)];

    public static JourneyEvent[] Decide(ReportMessageDelivered heard, Journey journey) =>
        journey.Deliveries.Any(delivery => (delivery.Message, delivery.Channel) == (heard.MessageId, heard.Channel)) ? [] : [new DeliveryNoted(heard.MessageId, heard.Channel, heard.Taken, heard.At, heard.Why)];

    public Task Consume(ConsumeContext<ReportMessageCreated> context) =>
        journeys.Append(Journey.IdOf(context.Message.ReportId), journey => Decide(context.Message, journey), context.CancellationToken);

    public Task Consume(ConsumeContext<ReportMessageDelivered> context) =>
        journeys.Append(Journey.IdOf(context.Message.ReportId), journey => Decide(context.Message, journey), context.CancellationToken);
}
