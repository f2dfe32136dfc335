namespace Ecosystem.Local;

/// <summary>Builds, starts the servers and runs the benchmarks, which print their figures.</summary>
internal static class BenchCommand
{
    public static async Task<int> Run(IReadOnlyList<string> arguments, Progress progress, CancellationToken ct)
    {
        using var alone = await OneRun.Of(PortBlock.OfTests, ct);
        var workspace = alone.Workspace;
        var servers = new Servers(workspace);
        try
        {
            await servers.Wipe(ct);
            await Together.Run(ct, stop => Build.Run(progress, stop), stop => servers.Start(progress, stop));
            return await ForegroundProgram.Run(Repository.Program("tests/Benchmarks"), arguments, servers.Backends, ct);
        }
        finally
        {
            Leftovers.End(workspace);
            await servers.Stop();
        }
    }
}
