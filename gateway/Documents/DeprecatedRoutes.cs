using System.Diagnostics.Metrics;
using Ecosystem.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;

namespace Ecosystem.Gateway.Documents;

/// <summary>Every answer of a route that will go says so, also a refusal; and operators see who still calls it.</summary>
internal sealed class DeprecatedRoutes(RequestDelegate next)
{
    private static readonly Counter<long> Calls = new Meter("Ecosystem").CreateCounter<long>("ecosystem.gateway.deprecated_calls", "{call}", "Calls of routes that are deprecated");

    public Task InvokeAsync(HttpContext http)
    {
        var route = http.GetReverseProxyFeature().Route.Config;
        if (RouteNotice.Of(route.Metadata) is { } notice)
        {
            Calls.Add(1, new("client", Client(http)), new("route", route.RouteId));
            http.Response.OnStarting(() => Tell(http.Response, notice));
        }
        return next(http);
    }

    private static Task Tell(HttpResponse response, RouteNotice notice)
    {
        foreach (var (name, value) in notice.Headers) response.Headers.Append(name, value);
        return Task.CompletedTask;
    }

    /// <summary>A system by its name, people only by their kind: a metric is no place for persons.</summary>
    private static string Client(HttpContext http) => Caller.Of(http) switch
    {
        SystemClient system => system.Id,
        Official => "official",
        Citizen => "citizen",
        _ => "anonymous",
    };
}

/// <summary>A time that is none is found when the configuration is loaded, not by the first caller.</summary>
internal sealed class ReadableNotices : IProxyConfigFilter
{
    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel) => ValueTask.FromResult(cluster);

    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel)
    {
        _ = RouteNotice.Of(route.Metadata);
        return ValueTask.FromResult(route);
    }
}
