namespace Ecosystem.Local;

/// <summary>The whole ecosystem on this machine: set up, started, shown by the journey, and kept up until Ctrl-C.</summary>
internal static class RunCommand
{
    public static async Task<int> Run(RunArguments arguments, Progress progress, CancellationToken ct)
    {
        using var alone = await OneRun.Of(PortBlock.OfRun, ct);
        var workspace = alone.Workspace;
        var servers = new Servers(workspace);
        var ecosystem = new Lazy<LocalEcosystem>(() => new(workspace, servers.Backends, new EcosystemOptions { Instances = arguments.Instances }));    // of what is built by then
        try
        {
            await Together.Run(ct, stop => servers.StartRabbitMq(progress, stop), stop => StartServices(workspace, servers, ecosystem, progress, stop));
            var held = await Journey.Play(ecosystem.Value, Console.Out, ct);
            if (!arguments.Exit)
            {
                await Welcome.Print(ecosystem.Value, workspace, Console.Out, ct);
                await Interrupted(ct);
            }
            return held ? 0 : 1;
        }
        finally
        {
            progress.Say("Stopping ...");
            if (ecosystem.IsValueCreated) await ecosystem.Value.Stop();
            await servers.Stop();
            progress.Say("Everything is stopped; the data stays in .local/");
        }
    }

    /// <summary>Services start without a broker and join it when it is there, so nothing waits for the slowest server.</summary>
    private static async Task StartServices(Workspace workspace, Servers servers, Lazy<LocalEcosystem> ecosystem, Progress progress, CancellationToken ct)
    {
        await Together.Run(ct, stop => Build.Run(progress, stop), stop => servers.StartPostgres(progress, stop), new Mail(workspace).Install);
        await ecosystem.Value.Start(progress, ct);
    }

    private static Task Interrupted(CancellationToken ct) => Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
}
