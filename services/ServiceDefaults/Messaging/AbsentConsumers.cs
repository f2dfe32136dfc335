using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Starts consumers anew that stay away although the broker can be reached. MassTransit 8.4 gives one up for good, and says nothing,
/// when a question to the broker stays without an answer while it connects: it takes the time-out for its own stop.
/// </summary>
internal sealed class AbsentConsumers(IBusControl bus, BrokerReach reach, ILogger<AbsentConsumers> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Half a minute: longer than an answer is waited for (20 s), and than a busy broker takes for all queues of a service.</summary>
    private const int Patience = 6;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Dictionary<IReceiveEndpoint, int> absences = [];
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            absences = (await Absent()).ToDictionary(endpoint => endpoint, endpoint => absences.GetValueOrDefault(endpoint) % Patience + 1);
            await Task.WhenAll(absences.Where(absence => absence.Value == Patience).Select(absence => StartAnew(absence.Key, stoppingToken)));
        }
    }

    /// <summary>Nobody while the broker is away: then all wait for it, and come when it is there.</summary>
    private async Task<IEnumerable<IReceiveEndpoint>> Absent()
    {
        var absent = bus.CheckHealth().Endpoints.Values.Where(endpoint => endpoint.Status != BusHealthStatus.Healthy).Select(endpoint => endpoint.ReceiveEndpoint).ToList();
        return absent.Count > 0 && await reach.AnyNodeAnswers() ? absent : [];
    }

    private async Task StartAnew(IReceiveEndpoint endpoint, CancellationToken ct)
    {
        log.LogWarning("{Consumer} does not consume although RabbitMQ can be reached; it is started anew.", endpoint.InputAddress.AbsolutePath);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(StopTimeout);
        try
        {
            await endpoint.Stop(limit.Token);
            endpoint.Start(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(failure, "{Consumer} could not be started anew.", endpoint.InputAddress.AbsolutePath);
        }
    }
}
