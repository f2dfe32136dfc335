namespace Ecosystem.Local;

/// <summary>Only the servers of the tests, kept up while someone works on tests.</summary>
internal static class InfraCommand
{
    public static async Task<int> Up(Progress progress, CancellationToken ct)
    {
        var servers = new Servers(Workspace.OfTests);
        servers.Keep(true);
        await servers.Start(progress, ct);
        progress.Say($"ECOSYSTEM_POSTGRES='{servers.Backends.Postgres}'");
        progress.Say($"ECOSYSTEM_RABBITMQ='{servers.Backends.RabbitMq}'");
        return 0;
    }

    public static async Task<int> Down(Progress progress)
    {
        var servers = new Servers(Workspace.OfTests);
        servers.Keep(false);
        Leftovers.End(Workspace.OfTests);
        await servers.Stop();
        progress.Say("The servers of the tests are stopped.");
        return 0;
    }
}
