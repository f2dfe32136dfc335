using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using IPNetwork = System.Net.IPNetwork;

namespace Ecosystem.Gateway.Edge;

/// <summary>Puts what concerns every request at the edge into the gateway, whatever it asks for.</summary>
internal static class EdgeRegistration
{
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        var edge = builder.Configuration.GetSection("Edge").Get<EdgeSettings>() ?? new();
        builder.Services.Configure<KestrelServerOptions>(builder.Configuration.GetSection("Kestrel"));
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, edge.KnownProxies));
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(edge.Origins).AllowAnyHeader().AllowAnyMethod().SetPreflightMaxAge(TimeSpan.FromHours(1))
            .WithExposedHeaders("ETag", "Position", "Location", "Link", "Retry-After", "RateLimit", "RateLimit-Policy", AnswerHeaders.SandboxHeader, RequestId.Header)));
    }

    /// <summary>Before everything else: who asks from where, and what every answer carries.</summary>
    public static void UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(AbandonableBody.Put);
        app.UseMiddleware<AnswerHeaders>();
        app.UseCors();
    }

    private static void Trust(ForwardedHeadersOptions options, string[] proxies)
    {
        options.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(IPNetwork.Parse(proxy.Contains('/') ? proxy : $"{proxy}/{(IPAddress.Parse(proxy).GetAddressBytes().Length * 8)}"));
    }
}
