using System.Globalization;

namespace Ecosystem.Local;

/// <summary>What the processes are told: the same variables as in production, with local addresses and generated secrets.</summary>
internal static class ProcessEnvironment
{
    public const string SandboxAudience = $"{Audience}-sandbox";

    private const string Audience = "ecosystem";

    public static Dictionary<string, string> OfIssuer(Workspace workspace) => new()
    {
        ["DEV_ISSUER_KEYS"] = workspace.SecretFile("issuer.pem"),
    };

    public static Dictionary<string, string> OfService(Workspace workspace, Backends backends, EcosystemOptions options)
    {
        var environment = new Dictionary<string, string>(Clusters(workspace.Ports, options))
        {
            ["ECOSYSTEM_POSTGRES"] = backends.Postgres,
            ["ECOSYSTEM_RABBITMQ"] = backends.RabbitMq,
            ["ECOSYSTEM_ISSUER"] = $"{Local(workspace.Ports.Issuer)},{Local(workspace.Ports.Of("gateway"))}",
            ["ECOSYSTEM_GATEWAY_ISSUER"] = Local(workspace.Ports.Of("gateway")),
            ["ECOSYSTEM_AUDIENCE"] = Audience,
            ["ECOSYSTEM_MASTER_KEY"] = workspace.Secret("master-key"),
            ["ECOSYSTEM_ATTACHMENTS"] = workspace.Folder("attachments"),
            ["ECOSYSTEM_SMTP"] = $"smtp://127.0.0.1:{workspace.Ports.Smtp}",
            ["ECOSYSTEM_MAIL_FROM"] = "khong-tra-loi@he-sinh-thai.example",
            ["ECOSYSTEM_FORWARDING_ALLOW"] = "127.0.0.1/32",
            ["ECOSYSTEM_WEBHOOK_ALLOW"] = "127.0.0.1/32",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Local(workspace.Ports.TraceSink),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            // Spans are looked at while the run goes on: sent every half second instead of every five.
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        };
        foreach (var (name, value) in options.Environment)
        {
            environment[name] = value;
        }
        if (options.Environment.ContainsKey("ECOSYSTEM_ISSUER") && !options.Environment.ContainsKey("ECOSYSTEM_GATEWAY_ISSUER"))
        {
            environment.Remove("ECOSYSTEM_GATEWAY_ISSUER"); // whoever names other issuers does not trust this one
        }
        return environment;
    }

    /// <summary>What differs for the sandbox's services: nothing that they store, and no token, is shared with the live ones.</summary>
    public static Dictionary<string, string> OfSandbox(Workspace workspace, Backends backends, IReadOnlyDictionary<string, string> live) => new(live)
    {
        ["ECOSYSTEM_POSTGRES"] = backends.Postgres,
        ["ECOSYSTEM_RABBITMQ"] = backends.RabbitMq,
        ["ECOSYSTEM_AUDIENCE"] = SandboxAudience,
        ["ECOSYSTEM_MASTER_KEY"] = workspace.Secret("sandbox-master-key"),
        ["ECOSYSTEM_ATTACHMENTS"] = workspace.Folder("sandbox-attachments"),
        ["ECOSYSTEM_S3_BUCKET"] = "",    // what the shell may name for the live services
        ["ECOSYSTEM_SMS"] = "",
    };

    private static IEnumerable<KeyValuePair<string, string>> Clusters(Ports ports, EcosystemOptions options) => LocalEcosystem.Services.SelectMany(service => (IEnumerable<KeyValuePair<string, string>>)
    [
        .. Cluster(service, [.. Enumerable.Range(0, options.Instances).Select(instance => ports.Http2Of(service, instance))]),
        .. options.Sandbox is null ? [] : Cluster($"{service}_sandbox", [ports.Sandbox.Http2Of(service)]),
    ]);

    /// <summary>On clear text nothing is negotiated: it is HTTP/2 or nothing.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Cluster(string name, IReadOnlyList<int> ports) =>
    [
        .. ports.Select((port, instance) => KeyValuePair.Create($"ReverseProxy__Clusters__{name}__Destinations__{LocalEcosystem.Letter(instance)}__Address", Local(port))),
        new($"ReverseProxy__Clusters__{name}__HttpRequest__Version", "2"),
        new($"ReverseProxy__Clusters__{name}__HttpRequest__VersionPolicy", "RequestVersionExact"),
    ];

    public static string Local(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
