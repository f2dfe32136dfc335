namespace Ecosystem.Local;

/// <summary>Builds, starts the servers once for all tests, runs the test programs one after the other, and sums up.</summary>
internal static class TestCommand
{
    private static readonly string[] Projects = ["UnitTests", "IntegrationTests", "EndToEnd"];

    /// <param name="only">The start of one project's name, e.g. Unit.</param>
    public static async Task<int> Run(string? only, Progress progress, CancellationToken ct)
    {
        var projects = Projects.Where(project => only is null || project.StartsWith(only, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (projects.Length == 0)
        {
            throw new LocalProblem($"--only takes the start of one of {string.Join(", ", Projects)}.");
        }
        CompileCheaply();
        using var alone = await OneRun.Of(PortBlock.OfTests, ct);
        var workspace = alone.Workspace;
        var servers = new Servers(workspace);
        try
        {
            await servers.Wipe(ct);
            await Together.Run(ct, stop => Build.Run(progress, stop), stop => projects is ["UnitTests"] ? Task.CompletedTask : servers.Start(progress, stop));
            return await RunAll(projects, workspace, servers.Backends, progress, ct);
        }
        finally
        {
            Leftovers.End(workspace);
            await servers.Stop();
        }
    }

    /// <summary>
    /// The tests start dozens of processes that live for seconds: to compile their busy methods a second time, and to measure them for it, was a third of all computing; to write
    /// compiled code through a second mapping, which keeps pages from being writable and executable, another tenth.
    /// </summary>
    private static void CompileCheaply()
    {
        Environment.SetEnvironmentVariable("DOTNET_EnableWriteXorExecute", "0");
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountThreshold", "400");    // hexadecimal: after 1,024 calls instead of 30
    }

    private static async Task<int> RunAll(string[] projects, Workspace workspace, Backends backends, Progress progress, CancellationToken ct)
    {
        var sum = new TestCount(0, 0);
        foreach (var project in projects)
        {
            progress.Say($"{project} ...");
            sum += await TestProgram.Run(project, workspace, backends, ct);
        }
        progress.Say("All test programs have ended");
        Console.WriteLine($"{sum.Passed} passed, {sum.Failed} failed");
        return sum.Failed == 0 ? 0 : 1;
    }
}

internal readonly record struct TestCount(int Passed, int Failed)
{
    public static TestCount operator +(TestCount left, TestCount right) => new(left.Passed + right.Passed, left.Failed + right.Failed);
}
