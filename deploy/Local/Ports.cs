namespace Ecosystem.Local;

/// <summary>Every port of one local ecosystem, counted from one base, so that several can run side by side.</summary>
public sealed record Ports(int Base)
{
    private static readonly string[] Services = ["gateway", "coordination", "feedback", "campaigns", "notifications"];

    public int Issuer => Base + 20;
    public int TraceSink => Base + 21;
    public int Smtp => Base + 22;
    public int Mail => Base + 23;
    public int S3 => Base + 24;
    public int SmsGateway => Base + 28;
    public int WebhookReceiver => Base + 29;
    public int Postgres => Base + 40;
    public int Epmd => Base + 140;
    public int RabbitToolsFirst => Base + 150;
    public int RabbitToolsLast => Base + 159;

    /// <summary>The port of an instance (from 0; four fit) of the gateway or of a service.</summary>
    public int Of(string service, int instance = 0) => Base + Array.IndexOf(Services, service) + Services.Length * instance;

    /// <summary>Where an instance of a service speaks HTTP/2 with the gateway: on clear text such a port speaks nothing else.</summary>
    public int Http2Of(string service, int instance = 0) => Of(service, instance) + 160;

    /// <summary>Where the sandbox's services are, beside the live ones.</summary>
    public Ports Sandbox => new(Base + 50);

    /// <summary>AMQP of a node (from 1); the others follow for the same node.</summary>
    public int Amqp(int node) => Base + 100 + node;

    public int RabbitManagement(int node) => Base + 110 + node;
    public int RabbitPrometheus(int node) => Base + 120 + node;
    public int RabbitDistribution(int node) => Base + 130 + node;
}
