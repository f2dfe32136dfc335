using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.Sandbox;

/// <summary>A token for the sandbox opens nothing live: it is no anonymous request when it is over, and of the gateway's own endpoints it opens those alone that say so.</summary>
public sealed class SandboxRequests(RequestDelegate next, SandboxAudience audience)
{
    public Task InvokeAsync(HttpContext http)
    {
        var side = new ShownSide(audience.IsShownBy(http));
        http.Features.Set(side);
        if (!side.IsSandbox)
            return next(http);
        if (Caller.Of(http) is null)
            throw new Refused(CallerProblems.Unauthenticated);
        if (http.GetEndpoint()?.Metadata is { } endpoint && endpoint.GetMetadata<RequiredScope>() is not null && endpoint.GetMetadata<ServesSandbox>() is null)
            throw new Refused(SandboxProblems.LiveAlone);
        return next(http);
    }
}
