namespace Ecosystem.Local;

/// <summary>The whole ecosystem on this machine: set up, started, shown by the journey, and kept up until Ctrl-C.</summary>
internal static class RunCommand
{
    public static async Task<int> Run(RunArguments arguments, Progress progress, CancellationToken ct)
    {
        using var alone = await OneRun.Of(PortBlock.OfRun, ct);
        var workspace = alone.Workspace;
        var servers = new Servers(workspace);
        var ecosystem = new Lazy<LocalEcosystem>(() => new(workspace, servers.Backends, Options(arguments, servers)));    // of what is built by then
        try
        {
            await Together.Run(ct, stop => StartBroker(servers, arguments.Sandbox, progress, stop), stop => StartServices(workspace, servers, ecosystem, progress, stop));
            var held = await Play(ecosystem.Value, arguments.Sandbox, ct);
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

    private static EcosystemOptions Options(RunArguments arguments, Servers servers) => new() { Instances = arguments.Instances, Sandbox = arguments.Sandbox ? servers.Sandbox : null };

    private static async Task StartBroker(Servers servers, bool sandbox, Progress progress, CancellationToken ct)
    {
        await servers.StartRabbitMq(progress, ct);
        if (sandbox) await servers.MakeSandboxVhost(ct);
    }

    /// <summary>What the journey makes in the sandbox is the simulated data that partners find there.</summary>
    private static async Task<bool> Play(LocalEcosystem ecosystem, bool sandbox, CancellationToken ct)
    {
        var held = await Journey.Play(ecosystem, ecosystem.Tokens, Console.Out, ct);
        if (!sandbox) return held;
        await Console.Out.WriteLineAsync("\nThe same in the sandbox");
        return await Journey.Play(ecosystem, ecosystem.SandboxTokens, Console.Out, ct) && held;
    }

    private static Task Interrupted(CancellationToken ct) => Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
}
