using MassTransit;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.ServiceDefaults;

/// <summary>The nodes of one RabbitMQ cluster, or the one node; all with the same user and virtual host.</summary>
internal sealed record BrokerAddress(IReadOnlyList<Uri> Nodes)
{
    public static BrokerAddress From(IConfiguration configuration) =>
        new([.. (configuration["ECOSYSTEM_RABBITMQ"] ?? throw new InvalidOperationException("ECOSYSTEM_RABBITMQ is not set: amqp addresses of the broker's nodes, separated by commas."))
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(node => new Uri(node))]);

    public void Use(IRabbitMqBusFactoryConfigurator rabbit, BrokerReach reach)
    {
        var virtualHost = Uri.UnescapeDataString(Nodes[0].AbsolutePath.TrimStart('/'));
        rabbit.Host(Nodes[0].Host, Port(Nodes[0]), virtualHost.Length == 0 ? "/" : virtualHost, host => Connect(host, reach));
    }

    public static ushort Port(Uri node) => node.Port > 0 ? (ushort)node.Port : (ushort)5672;

    private void Connect(IRabbitMqHostConfigurator host, BrokerReach reach)
    {
        var user = Nodes[0].UserInfo.Split(':', 2);
        host.Username(Uri.UnescapeDataString(user[0]));
        host.Password(Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? ""));
        host.Heartbeat(TimeSpan.FromSeconds(5));
        host.RequestedConnectionTimeout(TimeSpan.FromSeconds(3));
        host.OnRefreshConnectionFactory = reach.Prepare;
    }
}
