using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ecosystem.EndToEnd.Door;

/// <summary>A service that the test plays itself: it sees what the gateway lets through, byte for byte, and answers as the test wants.</summary>
internal sealed class Destination : IAsyncDisposable
{
    private readonly WebApplication app;

    private Destination(WebApplication app) => this.app = app;

    public ConcurrentQueue<Arrived> Arrived { get; } = [];

    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("here");

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public static async Task<Destination> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var destination = new Destination(builder.Build());
        destination.app.Run(destination.Handle);
        await destination.app.StartAsync();
        return destination;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Handle(HttpContext http)
    {
        if (http.Request.Path == "/health/ready")
            return;
        using var body = new StreamReader(http.Request.Body);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Arrived.Enqueue(new(http.Request.Method, target, http.Request.Headers.ToDictionary(header => header.Key, header => $"{header.Value}", StringComparer.OrdinalIgnoreCase), await body.ReadToEndAsync(http.RequestAborted)));
        await Answer(http);
    }
}

/// <param name="Target">The request line's, as it came.</param>
internal sealed record Arrived(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
