using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>What a node of RabbitMQ tells of queues and connections.</summary>
internal static class Rabbit
{
    /// <summary>Messages in a queue; 0 where there is no such queue.</summary>
    public static async Task<int> Waiting(this RabbitNode node, string vhost, string queue)
    {
        using var answer = await node.Management.Http.GetAsync($"queues/{vhost}/{queue}");
        if (answer.StatusCode == HttpStatusCode.NotFound) return 0;
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("messages", out var messages) ? messages.GetInt32() : 0;
    }

    /// <summary>Null while there is none.</summary>
    public static async Task<RabbitNode?> LeaderOf(this PrivateRabbit cluster, string queue) =>
        await cluster.Management.Queue(PrivateRabbit.Vhost, queue) is var answer && answer.TryGetProperty("leader", out var leader) ? cluster.Named(leader) : null;

    /// <summary>Where the connection of that name is, as its client calls itself; null while there is none.</summary>
    public static async Task<RabbitNode?> NodeOf(this PrivateRabbit cluster, string client)
    {
        var connections = await cluster.Management.Connections(PrivateRabbit.Vhost);
        return connections.EnumerateArray().Where(one => one.TryGetProperty("user_provided_name", out var name) && name.GetString() == client)
            .Select(one => cluster.Named(one.GetProperty("node"))).LastOrDefault();
    }

    /// <summary>Asks a quorum queue's members to let that node lead.</summary>
    public static Task Lead(this PrivateRabbit cluster, string queue, RabbitNode node) => cluster.Nodes[0].Evaluate(
        $"{{ok, Q}} = rabbit_amqqueue:lookup(rabbit_misc:r(<<\"{PrivateRabbit.Vhost}\">>, queue, <<\"{queue}\">>)), rabbit_quorum_queue:transfer_leadership(Q, '{node.Name}').");

    private static RabbitNode Named(this PrivateRabbit cluster, JsonElement name) => cluster.Nodes.Single(node => node.Name == name.GetString());
}
