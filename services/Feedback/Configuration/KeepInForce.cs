using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Feedback.Configuration;

/// <summary>Asks for changes of every configuration when something was stored, at most ten times a second, and once a second for what comes into force by itself.</summary>
internal sealed class KeepInForce(IEnumerable<IRefreshed> configurations, Wakeups wakeups, ILogger<KeepInForce> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The first request is judged by what is in force and not by what was shipped.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wakeup = wakeups.NextAppend;
            await Refresh(stoppingToken);
            await Wakeups.Wait(wakeup, stoppingToken);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task Refresh(CancellationToken ct)
    {
        try
        {
            foreach (var configuration in configurations) await configuration.Refresh(ct);
        }
        catch (Exception away) when (away is NpgsqlException or IOException or Refused)
        {
            log.LogWarning("What is in force stays as it was known last: {Reason}", away.Message);
        }
    }
}
