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

    /// <summary>The connection of that name, as its client calls itself; null while there is none.</summary>
    public static async Task<RabbitConnection?> ConnectionOf(this PrivateRabbit cluster, string client)
    {
        var connections = await cluster.Management.Connections(PrivateRabbit.Vhost);
        return connections.EnumerateArray().Where(one => one.TryGetProperty("user_provided_name", out var name) && name.GetString() == client)
            .Select(one => new RabbitConnection(one.GetProperty("name").GetString()!, cluster.Named(one.GetProperty("node")))).LastOrDefault();
    }

    public static Task Close(this PrivateRabbit cluster, RabbitConnection connection) =>
        cluster.Management.Http.DeleteAsync($"connections/{Uri.EscapeDataString(connection.Name)}");

    private static RabbitNode Named(this PrivateRabbit cluster, JsonElement name) => cluster.Nodes.Single(node => node.Name == name.GetString());
}

/// <param name="Name">The server's own name of it.</param>
internal sealed record RabbitConnection(string Name, RabbitNode Node);
