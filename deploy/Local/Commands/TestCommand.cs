namespace Ecosystem.Local;

/// <summary>Builds, starts the servers once for all tests, runs the test programs one after the other, and sums up. Tests of faults stop their servers: these have some of their own, and run beside the others.</summary>
internal static class TestCommand
{
    private const string EndToEnd = "EndToEnd";
    private const string Faults = "Ecosystem.EndToEnd.Faults";

    private static readonly string[] Projects = ["UnitTests", "IntegrationTests", EndToEnd];

    /// <param name="only">The start of one project's name, e.g. Unit.</param>
    public static async Task<int> Run(string? only, Progress progress, CancellationToken ct)
    {
        var projects = Projects.Where(project => only is null || project.StartsWith(only, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (projects.Length == 0)
        {
            throw new LocalProblem($"--only takes the start of one of {string.Join(", ", Projects)}.");
        }
        CompileOnce();
        using var alone = await OneRun.Of(PortBlock.OfTests, ct);
        using var aside = await OneRun.Of(PortBlock.OfFaults, ct);
        var (tests, faults) = (new TestPlace(alone.Workspace), new TestPlace(aside.Workspace));
        try
        {
            await Task.WhenAll(tests.Servers.Wipe(ct), faults.Servers.Wipe(ct));
            await Together.Run(ct, stop => Build.Run(progress, stop), stop => projects is ["UnitTests"] ? Task.CompletedTask : tests.Servers.Start(progress, stop));
            return Sum(await RunAll(projects, tests, faults, progress, ct), progress);
        }
        finally
        {
            await Task.WhenAll(tests.End(), faults.End());
        }
    }

    /// <summary>The tests start dozens of processes that live for seconds: to compile their busy methods a second time, and to measure them for it, was a third of all computing.</summary>
    private static void CompileOnce()
    {
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountThreshold", "400");    // hexadecimal: after 1,024 calls instead of 30
    }

    private static async Task<TestCount> RunAll(string[] projects, TestPlace tests, TestPlace faults, Progress progress, CancellationToken ct)
    {
        var sum = new TestCount(0, 0);
        foreach (var project in projects)
        {
            progress.Say($"{project} ...");
            sum += project == EndToEnd && tests.Servers.ArePrivate ? await RunBeside(tests, faults, ct) : await tests.Run(project, [], ct);
        }
        return sum;
    }

    private static async Task<TestCount> RunBeside(TestPlace tests, TestPlace faults, CancellationToken ct)
    {
        var counts = await Task.WhenAll(tests.Run(EndToEnd, ["-namespace-", Faults], ct), faults.Run(EndToEnd, ["-namespace", Faults], ct));
        return counts[0] + counts[1];
    }

    private static int Sum(TestCount sum, Progress progress)
    {
        progress.Say("All test programs have ended");
        Console.WriteLine($"{sum.Passed} passed, {sum.Failed} failed");
        return sum.Failed == 0 ? 0 : 1;
    }

    /// <summary>A workspace whose servers tests use.</summary>
    private sealed class TestPlace(Workspace workspace)
    {
        public Servers Servers { get; } = new(workspace);

        public Task<TestCount> Run(string project, IEnumerable<string> choice, CancellationToken ct) => TestProgram.Run(project, choice, workspace, Servers.Backends, ct);

        public Task End()
        {
            Leftovers.End(workspace);
            return Servers.Stop();
        }
    }
}

internal readonly record struct TestCount(int Passed, int Failed)
{
    public static TestCount operator +(TestCount left, TestCount right) => new(left.Passed + right.Passed, left.Failed + right.Failed);
}
