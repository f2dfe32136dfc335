namespace Ecosystem.Local;

/// <summary>Builds, starts the servers and runs the benchmarks, which print their figures.</summary>
internal static class BenchCommand
{
    public static async Task<int> Run(IReadOnlyList<string> arguments, Progress progress, CancellationToken ct)
    {
        var workspace = Workspace.OfTests;
        using var alone = OneRun.Of(workspace);
        Leftovers.End(workspace);
        var servers = new Servers(workspace);
        try
        {
            await Task.WhenAll(Build.Run(progress, ct), servers.Start(progress, ct));
            return await ForegroundProgram.Run(Repository.Program("tests/Benchmarks"), arguments, servers.Backends, ct);
        }
        finally
        {
            Leftovers.End(workspace);
            await servers.Stop();
        }
    }
}
