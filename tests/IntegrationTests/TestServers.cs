using Ecosystem.Local;

namespace Ecosystem.IntegrationTests;

/// <summary>The real PostgreSQL and RabbitMQ of the test workspace; started here when no one else has.</summary>
internal static class TestServers
{
    private static readonly Lazy<Task<Servers>> Started = new(async () =>
    {
        var servers = new Servers(Workspace.OfTests);
        await servers.Start();
        return servers;
    });

    public static Task<Servers> Running() => Started.Value;
}
