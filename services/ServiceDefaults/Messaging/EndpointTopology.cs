using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// What a queue needs beside MassTransit's own topology, declared anew on every connection, as the broker may have come
/// back empty: the wait-queues before anything is consumed, and last, when bindings and consumer are there, one exchange
/// for each contract as a sign for the relays: what is published from now on is not lost to this consumer.
/// </summary>
internal sealed class EndpointTopology(ConsumerEndpoint endpoint, int nodes, IReadOnlyList<TimeSpan> delays) : IFilter<ChannelContext>, IReceiveEndpointObserver
{
    private static readonly Dictionary<string, object> None = [];
    private volatile ChannelContext? current;

    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        foreach (var delay in delays)
            await context.QueueDeclare(Redelivery.WaitQueue(endpoint.Queue, delay), durable: true, exclusive: false, autoDelete: false, Waiting(delay));
        current = context;
        await next.Send(context);
    }

    public async Task Ready(ReceiveEndpointReady ready)
    {
        if (current is not { } channel)
            return;
        foreach (var contract in endpoint.Contracts)
            await channel.ExchangeDeclare($"ready:{endpoint.Queue}:{contract.Namespace}:{contract.Name}", ExchangeType.Fanout, durable: true, autoDelete: false, None);
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    public void Probe(ProbeContext context) => context.CreateFilterScope("endpointTopology");

    private Dictionary<string, object> Waiting(TimeSpan delay) => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-quorum-initial-group-size"] = nodes,
        ["x-message-ttl"] = (long)delay.TotalMilliseconds,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = endpoint.Queue,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };
}
