using Microsoft.Extensions.Configuration;

namespace Ecosystem.ServiceDefaults;

/// <summary>Logs tell what the services do, not what the framework does; any other source of configuration overrides it.</summary>
internal static class QuietLogs
{
    public static void AddQuietLogs(this IConfigurationManager configuration)
    {
        var levels = new ConfigurationManager();
        foreach (var category in new[] { "Microsoft", "System", "Yarp", "MassTransit" })
            levels[$"Logging:LogLevel:{category}"] = "Warning";
        levels["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information";
        configuration.Sources.Insert(0, new ChainedConfigurationSource { Configuration = levels });
    }
}
