using Ecosystem.Gateway.Documents;
using Ecosystem.Gateway.Sandbox;

namespace Ecosystem.Gateway.Forwarding;

/// <summary>What a request passes on its way to a service.</summary>
internal static class ForwardingPipeline
{
    public static void MapForwarding(this IEndpointRouteBuilder app) => app.MapReverseProxy(proxy =>
    {
        proxy.UseMiddleware<DeprecatedRoutes>();
        proxy.UseMiddleware<ForwardingProblems>();
        proxy.UseMiddleware<ToSandbox>();
        proxy.UseMiddleware<SecondTry>();
        proxy.UseMiddleware<Breaking>();
        proxy.UseLoadBalancing();
    });
}
