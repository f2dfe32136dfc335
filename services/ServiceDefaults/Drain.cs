using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// A process that is told to end says first that it is not ready, and goes on answering until whoever sends it requests has seen that: a request
/// on a connection that is closed at the same moment is lost, and one that writes must not be sent again. No connection is kept for a next request.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime host) : IHealthCheck, IHostedLifecycleService
{
    /// <summary>Two health checks of the gateway, a second apart, and the time of an answer.</summary>
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(2.5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(host.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("It is about to end.") : HealthCheckResult.Healthy());

    /// <summary>Runs before anything is stopped.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(UntilSeen, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);

    public Task Answer(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (host.ApplicationStopping.IsCancellationRequested && HttpProtocol.IsHttp11(http.Request.Protocol)) http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        return next(http);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
