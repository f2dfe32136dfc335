using System.Globalization;

namespace Ecosystem.Local;

/// <summary>What keeps a private node apart from any other RabbitMQ of the machine: own home, ports, name server and files.</summary>
internal static class RabbitEnvironment
{
    public static Dictionary<string, string> Of(Workspace workspace, string folder, int number) => new()
    {
        ["HOME"] = workspace.Folder("rabbitmq"),
        ["RABBITMQ_NODENAME"] = RabbitNode.Called(number),
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "generated"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_DIST_PORT"] = Text(workspace.Ports.RabbitDistribution(number)),
        ["RABBITMQ_CTL_DIST_PORT_MIN"] = Text(workspace.Ports.RabbitToolsFirst),
        ["RABBITMQ_CTL_DIST_PORT_MAX"] = Text(workspace.Ports.RabbitToolsLast),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_EPMD_PORT"] = Text(workspace.Ports.Epmd),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
