using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Ecosystem.ServiceDefaults;

/// <summary>/health/live says that the process answers; /health/ready that all checks with the tag "ready" hold.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().DisableHttpMetrics();
        endpoints.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous().DisableHttpMetrics();
    }
}
