using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ecosystem.ServiceDefaults;

/// <summary>Listens from before the first request and hands over the last spans at the stop. Registered first, so stopped last.</summary>
internal sealed class TelemetryLifetime(OpenTelemetrySdk sdk) : IHostedService
{
    private const int FlushMilliseconds = 400;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            sdk.TracerProvider.ForceFlush(FlushMilliseconds);
            sdk.MeterProvider.ForceFlush(FlushMilliseconds);
            sdk.LoggerProvider.ForceFlush(FlushMilliseconds);
        },
        CancellationToken.None);
}
