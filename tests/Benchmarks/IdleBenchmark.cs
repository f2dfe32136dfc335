using System.Diagnostics;
using Ecosystem.Local;

namespace Ecosystem.Benchmarks;

/// <summary>
/// What each process occupies when it is idle after the journey, and how long it takes to start again. Occupied is the proportional set: its own
/// pages and its share of those that several processes have mapped, as the runtime's; the resident set counts these in full for each process.
/// </summary>
internal static class IdleBenchmark
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(45);

    public static async Task Run(Figures figures)
    {
        var backends = await new Servers(Workspace.OfTests).Separate($"bench{Guid.NewGuid():N}"[..12]);
        await using var city = new LocalEcosystem(Workspace.OfTests, backends);
        await city.Start();
        if (!await Journey.Play(city, city.Tokens, Console.Error, default)) throw new InvalidOperationException("A step of the journey did not hold.");
        await Task.Delay(Quiet);
        foreach (var process in city.Instances)
        {
            var megabytes = Memory(process);
            Figures.Tell($"resident set of {process.Name}, idle", megabytes["Rss:"], "MB");
            figures.AtMost($"memory of {process.Name}, idle", megabytes["Pss:"], "MB", 120);
        }

        foreach (var process in city.Instances)
        {
            await process.Stop();
            var watch = Stopwatch.StartNew();
            await process.Start();
            figures.AtMost($"start of {process.Name}", watch.Elapsed.TotalSeconds, "s", 2);
        }
    }

    private static Dictionary<string, double> Memory(ServiceProcess process) =>
        File.ReadLines($"/proc/{process.Pid}/smaps_rollup").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(words => words[0], words => double.Parse(words[1]) / 1024);
}
