using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>What befalls the servers while the reports go on, one blow after the other, each when enough reports have ended since the last.</summary>
internal sealed class Blows(City city, Action<string> say)
{
    private const int Rounds = 3;

    private (string Name, Func<Task> Strike)[] All =>
    [
        ("one process of Feedback is killed", () => Kill("feedback", 0)),
        ("RabbitMQ is killed", Broker),
        ("both processes of Notifications are killed", () => Kill("notifications", 0, 1)),
        ("PostgreSQL is restarted", () => city.Servers.Postgres.Restart()),
        ("both processes of Feedback are killed", () => Kill("feedback", 0, 1)),
        ("PostgreSQL loses its power", Power),
        ("one process of Notifications is killed", () => Kill("notifications", 1)),
    ];

    /// <param name="ended">How many of all reports have ended by now.</param>
    public async Task Fall(Func<int> ended, int all)
    {
        var (blows, nr) = (Enumerable.Range(0, Rounds).SelectMany(_ => All).ToList(), 0);
        foreach (var (name, strike) in blows)
        {
            var due = all * ++nr / (blows.Count + 1);
            await Eventually.Holds(() => Task.FromResult(ended() >= due), $"{due} reports have ended", TimeSpan.FromMinutes(20));
            await strike();
            say($"{name}, and is back, after {ended()} reports");
        }
    }

    private async Task Kill(string service, params int[] instances)
    {
        var processes = instances.Select(instance => city.Processes.Of(service, instance)).ToList();
        foreach (var process in processes) process.Kill();
        await Task.WhenAll(processes.Select(Back));
    }

    /// <summary>On a busy machine a start may take longer than those who start it wait.</summary>
    private static async Task Back(ServiceProcess process)
    {
        try
        {
            await process.Start();
        }
        catch (LocalProblem) when (process.Runs)
        {
            await Eventually.Holds(() => process.IsReady(), $"{process.Name} is ready", TimeSpan.FromMinutes(10));
        }
    }

    private async Task Broker()
    {
        city.Servers.RabbitMq.Nodes[0].Kill();
        await city.Servers.RabbitMq.Start();
    }

    private async Task Power()
    {
        await city.Servers.Postgres.Kill();
        await city.Servers.Postgres.Start();
    }
}
