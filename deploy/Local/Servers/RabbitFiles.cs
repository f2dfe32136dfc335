using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ecosystem.Local;

/// <summary>The configuration that a private RabbitMQ node reads when it starts.</summary>
internal static class RabbitFiles
{
    public static void Write(Workspace workspace, string folder, int node, int nodes)
    {
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), "[rabbitmq_management,rabbitmq_prometheus].");
        File.WriteAllText(Path.Combine(folder, "advanced.config"), "[].");
        File.WriteAllText(Path.Combine(folder, "definitions.json"), Definitions(workspace));
        File.WriteAllLines(Path.Combine(folder, "rabbitmq.conf"), [.. Settings(workspace.Ports, folder, node), .. Cluster(nodes)]);
        Cookie(workspace);
    }

    private static IEnumerable<string> Settings(Ports ports, string folder, int node) =>
    [
        $"listeners.tcp.1 = 127.0.0.1:{ports.Amqp(node)}",
        "management.tcp.ip = 127.0.0.1",
        $"management.tcp.port = {ports.RabbitManagement(node)}",
        "prometheus.tcp.ip = 127.0.0.1",
        $"prometheus.tcp.port = {ports.RabbitPrometheus(node)}",
        $"load_definitions = {folder}/definitions.json",
        "vm_memory_high_watermark.absolute = 1GB",
        "disk_free_limit.absolute = 200MB",
        "log.console = false",
        "cluster_partition_handling = pause_minority",
    ];

    private static IEnumerable<string> Cluster(int nodes) => nodes == 1 ? [] :
        [.. Enumerable.Range(1, nodes).Select(n => $"cluster_formation.classic_config.nodes.{n} = {RabbitNode.Called(n)}"),
         "cluster_formation.peer_discovery_backend = classic_config"];

    private static string Definitions(Workspace workspace) => JsonSerializer.Serialize(new
    {
        users = new[] { User(workspace, PrivateRabbit.User, ""), User(workspace, PrivateRabbit.Administrator, "administrator") },
        vhosts = new[] { new { name = PrivateRabbit.Vhost } },
        permissions = new[] { Everything(PrivateRabbit.User), Everything(PrivateRabbit.Administrator) },
    });

    private static object User(Workspace workspace, string name, string tags) => new
    {
        name,
        tags,
        password_hash = Hash(workspace.Password(name == PrivateRabbit.User ? "rabbit" : "rabbit-administrator")),
        hashing_algorithm = "rabbit_password_hashing_sha256",
    };

    private static object Everything(string user) => new { user, vhost = PrivateRabbit.Vhost, configure = ".*", write = ".*", read = ".*" };

    /// <summary>RabbitMQ's own form: four bytes of salt, then SHA-256 of salt and password.</summary>
    private static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }

    // Erlang wants its shared secret in the home folder, readable for the owner alone.
    private static void Cookie(Workspace workspace)
    {
        var file = workspace.File("rabbitmq", ".erlang.cookie");
        if (!File.Exists(file))
        {
            PrivateFile.Write(file, workspace.Password("rabbit-cookie"));
        }
    }
}
