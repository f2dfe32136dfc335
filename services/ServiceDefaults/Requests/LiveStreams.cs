using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Server-sent events never end by themselves: when the host stops, their clients are let go at once, to come back
/// elsewhere with Last-Event-ID, instead of using up the time in which other requests are answered.
/// </summary>
internal sealed class LiveStreams(RequestDelegate next, IHostApplicationLifetime host)
{
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) is true)
                http.Response.RegisterForDispose(host.ApplicationStopping.Register(http.Abort));
            return Task.CompletedTask;
        });
        return next(http);
    }
}
