using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Ecosystem.Contracts;
using RabbitMQ.Client;

namespace Ecosystem.EventSourcing;

/// <summary>A contract on its way to the broker, made from one event.</summary>
internal sealed record Announcement(Recorded From, Guid MessageId, object Contract)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Endpoints = new();

    public Type Type => Contract.GetType();

    /// <summary>The exchange to which MassTransit binds the queues of a contract's consumers.</summary>
    public string Exchange => $"{Type.Namespace}:{Type.Name}";

    public IReadOnlyList<string> HeardBy => Endpoints.GetOrAdd(Type, type => type.GetCustomAttribute<HeardByAttribute>()?.Endpoints ?? []);

    /// <summary>All that an event announces. The first message has the event's id, so consumers recognise what they had before.</summary>
    public static IEnumerable<Announcement> Of(Recorded recorded, Func<Recorded, IEnumerable<object>> translate) =>
        translate(recorded).Select((contract, nr) => new Announcement(recorded, nr == 0 ? recorded.EventId : NamedId.Of(recorded.EventId, $"{nr}"), contract));

    /// <summary>Publishes and waits for the broker's confirm.</summary>
    /// <param name="queue">The one queue to send to instead of all subscribers, or null.</param>
    public async Task Publish(IChannel channel, string? queue, CancellationToken ct)
    {
        _ = ActivityContext.TryParse(From.TraceParent, null, isRemote: true, out var parent);
        using var span = Telemetry.Source.StartActivity($"{Type.Name} publish", ActivityKind.Producer, parent);
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = MessageId.ToString(),
            Headers = new Dictionary<string, object?> { ["MT-Activity-Id"] = span?.Id ?? From.TraceParent, ["MT-MessageType"] = $"urn:message:{Exchange}" },
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(Contract, Type, EventTypes.Json);
        await channel.BasicPublishAsync(queue is null ? Exchange : "", queue ?? "", mandatory: queue is not null || HeardBy.Count > 0, properties, body, ct);
        Telemetry.Published.Add(1);
    }
}
