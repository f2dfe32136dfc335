using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ecosystem.EventSourcing;

/// <summary>
/// The relay's own connection and channel. After a failover of RabbitMQ a channel can go on refusing every publish while
/// others work, so a channel that failed once is thrown away; recovery is by opening anew, on any node that answers.
/// </summary>
/// <param name="name">What operators see among the broker's connections.</param>
internal sealed class Broker(IReadOnlyList<Uri> nodes, string name) : IAsyncDisposable
{
    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);

    private readonly HashSet<string> ready = [];
    private IConnection? connection;
    private IChannel? channel;

    public async Task<IChannel> Channel(CancellationToken ct)
    {
        if (channel is { IsOpen: true }) return channel;
        return channel = await (await Connection(ct)).CreateChannelAsync(Confirmed, ct);
    }

    /// <summary>The next use opens a new channel, and a new connection where that one is broken.</summary>
    public async Task Renew()
    {
        ready.Clear();
        await Quietly(channel);
        channel = null;
        if (connection is { IsOpen: true }) return;
        await Quietly(connection);
        connection = null;
    }

    /// <summary>Whether the exchange is there; asks the broker until it is, then remembers it as long as the connection lives.</summary>
    public async Task<bool> HasExchange(string name, CancellationToken ct)
    {
        if (ready.Contains(name)) return true;
        await using var question = await (await Connection(ct)).CreateChannelAsync(cancellationToken: ct);
        try
        {
            await question.ExchangeDeclarePassiveAsync(name, ct);
        }
        catch (OperationInterruptedException answer) when (answer.ShutdownReason?.ReplyCode == 404)
        {
            return false;
        }

        return ready.Add(name);
    }

    public async ValueTask DisposeAsync()
    {
        await Quietly(channel);
        await Quietly(connection);
    }

    private async Task<IConnection> Connection(CancellationToken ct)
    {
        if (connection is { IsOpen: true }) return connection;
        await Quietly(connection);
        ready.Clear();
        var factory = new ConnectionFactory
        {
            Uri = nodes[0],
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(5),
            RequestedConnectionTimeout = TimeSpan.FromSeconds(3),
            ClientProvidedName = name,
        };
        return connection = await factory.CreateConnectionAsync([.. nodes.Select(node => new AmqpTcpEndpoint(node))], ct);
    }

    private static async Task Quietly(IAsyncDisposable? broken)
    {
        try
        {
            if (broken is not null) await broken.DisposeAsync();
        }
        catch (Exception failure) when (failure is RabbitMQClientException or IOException or ObjectDisposedException or TimeoutException)
        {
            // It is being thrown away because it is broken; there is nothing left to save.
        }
    }
}
