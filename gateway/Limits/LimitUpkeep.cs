using Npgsql;

namespace Ecosystem.Gateway.Limits;

/// <summary>Makes the table of leases as soon as the database is there, which may be long after the gateway, and forgets what is over.</summary>
internal sealed class LimitUpkeep(LimitDatabase database, Shares shares, ILogger<LimitUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1), Round = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Tried(database.Create, stoppingToken))
            await Task.Delay(Retry, stoppingToken);
        using var timer = new PeriodicTimer(Round);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            shares.Sweep();
            await Tried(database.Sweep, stoppingToken);
        }
    }

    private async Task<bool> Tried(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
            return true;
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The table of limits waits for the database: {Reason}", e.Message);
            return false;
        }
    }
}
