using System.Diagnostics;
using System.Diagnostics.Metrics;
using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>How fast a fact becomes a message, and the span of the delivery by mail.</summary>
public static class Measures
{
    public static readonly ActivitySource Source = new("Ecosystem");
    private static readonly Meter Meter = new("Ecosystem");
    private static readonly Histogram<double> Delay = Meter.CreateHistogram<double>("ecosystem.notification.delay", "s", "From the fact to the message in the inbox");

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("ecosystem.webhook.attempts", "{attempt}", "Attempts to deliver an event to a webhook");

    public static void Attempted(Webhooks.Outcome outcome) => Attempts.Add(1, new KeyValuePair<string, object?>("delivered", outcome.IsDelivered));

    public static void Arrived(ConsumeContext fact, DateTimeOffset now)
    {
        if (TimeOf(fact.MessageId) is not { } happened) return;
        Delay.Record(Math.Max(0, (now - happened).TotalSeconds), new KeyValuePair<string, object?>("endpoint", fact.ReceiveContext.InputAddress.Segments[^1]));
    }

    /// <summary>The relay's message ids are event ids, which begin with their milliseconds (UUIDv7); an event's second message has another kind of id: null.</summary>
    public static DateTimeOffset? TimeOf(Guid? messageId) => messageId is { Version: 7 } id
        ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64($"{id:N}"[..12], 16))
        : null;
}
