using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Lets a connection be tried only when some node can be reached, and then on every node. MassTransit by itself tries one
/// node at a time and pauses up to half a minute after a failure: consumers would come back long after the broker.
/// </summary>
internal sealed class BrokerReach(BrokerAddress broker, IHostApplicationLifetime host, ILogger<BrokerReach> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public async Task Prepare(ConnectionFactory factory)
    {
        factory.EndpointResolverFactory = _ => new DefaultEndpointResolver(broker.Nodes.Select(node => new AmqpTcpEndpoint(node.Host, BrokerAddress.Port(node))));
        var reached = await AnyNodeAnswers();
        if (!reached)
            log.LogWarning("RabbitMQ cannot be reached; the consumers of this service join when it is there.");
        while (!reached)
        {
            await Task.Delay(Pause, host.ApplicationStopping);
            reached = await AnyNodeAnswers();
        }
    }

    /// <summary>Whether a connection to some node can be opened now.</summary>
    public async Task<bool> AnyNodeAnswers()
    {
        foreach (var node in broker.Nodes)
        {
            if (await Answers(node))
                return true;
        }

        return false;
    }

    private async Task<bool> Answers(Uri node)
    {
        using var socket = new TcpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(host.ApplicationStopping);
        limit.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            await socket.ConnectAsync(node.Host, BrokerAddress.Port(node), limit.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException && !host.ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
