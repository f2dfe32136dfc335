using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Ecosystem.Gateway.Sandbox;

/// <summary>Puts the sandbox into the gateway: beside live tokens it takes those for the sandbox, and keeps the two apart.</summary>
internal static class SandboxRegistration
{
    private const string Suffix = "_sandbox";

    public static void AddSandbox(this WebApplicationBuilder builder)
    {
        var audience = new SandboxAudience(builder.Configuration);
        builder.Services.AddSingleton(audience).PostConfigureAll<JwtBearerOptions>(options => options.TokenValidationParameters.ValidAudiences = [audience.Name]);
    }

    /// <summary>After the caller is known, before anything is counted or answered.</summary>
    public static void UseSandbox(this WebApplication app) => app.UseMiddleware<SandboxRequests>();

    public static bool IsSandbox(this HttpContext http) => http.Features.Get<ShownSide>()?.IsSandbox ?? http.RequestServices.GetRequiredService<SandboxAudience>().IsShownBy(http);

    /// <summary>The cluster that a request for this service goes to: the service's own, or that of its sandbox.</summary>
    public static string ClusterOf(this HttpContext http, string service) => http.IsSandbox() ? service + Suffix : service;

    public static bool IsOfSandbox(string cluster) => cluster.EndsWith(Suffix, StringComparison.Ordinal);
}
