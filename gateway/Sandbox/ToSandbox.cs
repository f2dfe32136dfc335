using Ecosystem.EventSourcing;
using Yarp.ReverseProxy;

namespace Ecosystem.Gateway.Sandbox;

/// <summary>Leads a request with a token for the sandbox to the sandbox of the route's service, and never to the service itself.</summary>
internal sealed class ToSandbox(RequestDelegate next, IProxyStateLookup proxy)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.IsSandbox())
            http.ReassignProxyRequest(proxy.TryGetCluster(http.ClusterOf(http.GetReverseProxyFeature().Route.Config.ClusterId!), out var sandbox) && !sandbox.Destinations.IsEmpty ? sandbox : throw new Refused(SandboxProblems.NoSandbox));
        return next(http);
    }
}
