using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Timeouts;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.Forwarding;

/// <summary>Lets the load balancer choose among destinations whose breaker admits the request only, and tells the chosen one's breaker how it went.</summary>
internal sealed class Breaking(RequestDelegate next, TimeProvider clock, ILogger<Breaking> log)
{
    // A destination's state lives as long as its place in the configuration, and so does its breaker.
    private readonly ConditionalWeakTable<DestinationState, Breaker> breakers = [];

    public async Task InvokeAsync(HttpContext http)
    {
        var proxy = http.GetReverseProxyFeature();
        proxy.AvailableDestinations = [.. proxy.AvailableDestinations.Where(Admits)];
        if (proxy.AvailableDestinations.Count == 0)
        {
            http.Features.Set<IForwarderErrorFeature>(new NobodyLeft());
            return;
        }

        await next(http);
        if (proxy.ProxiedDestination is { } destination)
            Learn(destination, breakers.GetOrCreateValue(destination), http);
    }

    private bool Admits(DestinationState destination) =>
        breakers.GetOrCreateValue(destination).Admits(clock.GetUtcNow(), sick: destination.Health.Active == DestinationHealth.Unhealthy);

    private void Learn(DestinationState destination, Breaker breaker, HttpContext http)
    {
        if (http.Failure() is not { } error)
            breaker.Answered(clock.GetUtcNow());
        else if (IsItsFault(error, http) && breaker.Failed(clock.GetUtcNow()))
            log.LogWarning("{Destination} of {Cluster} gets no requests for a while: {Reason}", destination.DestinationId, http.GetReverseProxyFeature().Cluster.Config.ClusterId, error.Exception?.Message);
    }

    private static bool IsItsFault(IForwarderErrorFeature error, HttpContext http) =>
        error.Error is ForwarderError.Request or ForwarderError.RequestTimedOut or ForwarderError.RequestBodyDestination or ForwarderError.ResponseBodyDestination
        || error.IsGivenUp()
        || http.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };

    private sealed class NobodyLeft : IForwarderErrorFeature
    {
        public ForwarderError Error => ForwarderError.NoAvailableDestinations;

        public Exception? Exception => null;
    }
}
