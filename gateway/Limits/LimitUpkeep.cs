using Npgsql;

namespace Ecosystem.Gateway.Limits;

/// <summary>Forgets what is over, here and in the database when it is there.</summary>
internal sealed class LimitUpkeep(LimitDatabase database, Shares shares, ILogger<LimitUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            shares.Sweep();
            await Sweep(stoppingToken);
        }
    }

    private async Task Sweep(CancellationToken ct)
    {
        try
        {
            await database.Sweep(ct);
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The table of limits waits for the database: {Reason}", e.Message);
        }
    }
}
