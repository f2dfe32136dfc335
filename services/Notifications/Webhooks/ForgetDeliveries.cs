using Npgsql;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Attempts are kept for a month: as long as somebody may look for a fault.</summary>
public sealed class ForgetDeliveries(Deliveries deliveries, TimeProvider clock, ILogger<ForgetDeliveries> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hour.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await deliveries.Forget(Kept, stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning("Old attempts are forgotten later: {Reason}", failure.Message);
            }
        }
    }
}
