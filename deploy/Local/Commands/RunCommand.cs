namespace Ecosystem.Local;

/// <summary>The whole ecosystem on this machine: set up, started, shown by the journey, and kept up until Ctrl-C.</summary>
internal static class RunCommand
{
    public static async Task<int> Run(RunArguments arguments, Progress progress, CancellationToken ct)
    {
        var workspace = Workspace.OfRun;
        using var alone = OneRun.Of(workspace);
        Leftovers.End(workspace);
        var servers = new Servers(workspace);
        var ecosystem = new LocalEcosystem(workspace, servers.Backends, new EcosystemOptions { Instances = arguments.Instances });
        try
        {
            await Together.Run(ct, stop => Build.Run(progress, stop), stop => servers.Start(progress, stop));
            await ecosystem.Start(progress, ct);
            var held = await Journey.Play(ecosystem, Console.Out, ct);
            if (!arguments.Exit)
            {
                await Welcome.Print(ecosystem, workspace, Console.Out, ct);
                await Interrupted(ct);
            }
            return held ? 0 : 1;
        }
        finally
        {
            progress.Say("Stopping ...");
            await ecosystem.Stop();
            await servers.Stop();
            progress.Say("Everything is stopped; the data stays in .local/");
        }
    }

    private static Task Interrupted(CancellationToken ct) => Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
}
