using System.Collections.Concurrent;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.Forwarding;

/// <summary>
/// When an instance dies, callers should not notice: a request that never reached it, or that only reads, goes once more
/// to another instance while the cluster's budget lasts. Anything else may have had its effect and is the caller's to repeat, with its Idempotency-Key.
/// </summary>
internal sealed class SecondTry(RequestDelegate next, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, RetryBudget> budgets = new();

    public async Task InvokeAsync(HttpContext http)
    {
        var proxy = http.GetReverseProxyFeature();
        var budget = budgets.GetOrAdd(proxy.Cluster.Config.ClusterId, _ => new RetryBudget());
        budget.Request(clock.GetUtcNow());
        await next(http);
        if (http.Response.HasStarted || http.GetForwarderErrorFeature() is not { } error || !IsHarmless(error, http.Request) || Others(proxy) is not { Count: > 0 } others || !budget.TryRetry(clock.GetUtcNow()))
            return;
        proxy.AvailableDestinations = others;
        proxy.ProxiedDestination = null;
        http.Features.Set<IForwarderErrorFeature>(null);
        http.Response.Clear();
        await next(http);
    }

    private static bool IsHarmless(IForwarderErrorFeature error, HttpRequest request) => error.Error == ForwarderError.Request
        && (HttpMethods.IsGet(request.Method) || error.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError });

    private static List<DestinationState> Others(IReverseProxyFeature proxy)
    {
        var others = proxy.AllDestinations.Where(destination => destination != proxy.ProxiedDestination).ToList();
        var well = others.Where(destination => destination.Health.Active != DestinationHealth.Unhealthy).ToList();
        return well.Count > 0 ? well : others;
    }
}
