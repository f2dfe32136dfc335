namespace Ecosystem.Local;

/// <summary>
/// A RabbitMQ of this workspace alone, of one node or of a cluster; own ports, own name server, never a system service.
/// Every call may be repeated; starting finds nodes that run already.
/// </summary>
public sealed class PrivateRabbit
{
    public const string Vhost = "ecosystem";
    internal const string User = "ecosystem";
    internal const string Administrator = "administrator";
    private readonly Workspace workspace;
    private readonly NameServer nameServer;

    public PrivateRabbit(Workspace workspace, int nodes = 1)
    {
        this.workspace = workspace;
        nameServer = new NameServer(workspace.Ports.Epmd);
        Nodes = [.. Enumerable.Range(1, nodes).Select(number => new RabbitNode(workspace, number, nodes))];
    }

    public IReadOnlyList<RabbitNode> Nodes { get; }

    public RabbitManagement Management => Nodes[0].Management;

    public string Uri => UriOf();

    /// <summary>The nodes' URIs, comma separated: what ECOSYSTEM_RABBITMQ takes.</summary>
    public string UriOf(string vhost = Vhost) => string.Join(',', Enumerable.Range(1, Nodes.Count).Select(node =>
        $"amqp://{User}:{workspace.Password("rabbit")}@127.0.0.1:{workspace.Ports.Amqp(node)}/{vhost}"));

    public async Task Start(CancellationToken ct = default)
    {
        using var turn = await FileLock.Take(workspace.File("rabbitmq.lock"), TimeSpan.FromMinutes(2), ct);
        await nameServer.Check(ct);
        foreach (var node in Nodes)
        {
            await node.Launch(ct);
        }
        await Task.WhenAll(Nodes.Select(node => node.WaitReady(ct)));
    }

    public async Task Stop(CancellationToken ct = default)
    {
        await Task.WhenAll(Nodes.Select(node => node.Stop(ct)));
        await nameServer.Stop(ct);
    }

    /// <summary>SIGKILL to every node, and everything they stored is gone, vhosts too.</summary>
    public void Wipe()
    {
        foreach (var node in Nodes)
        {
            node.Wipe();
        }
    }

    /// <summary>SIGKILL to every node at once.</summary>
    public void Kill()
    {
        foreach (var node in Nodes)
        {
            node.Kill();
        }
    }
}
