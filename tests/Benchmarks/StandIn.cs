using Ecosystem.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ecosystem.Benchmarks;

/// <summary>A service in this process, for figures that are the gateway's alone.</summary>
internal static class StandIn
{
    /// <summary>A third gateway would have the issuer's port, so such gateways have a block of their own.</summary>
    public static readonly Workspace Gateways = new(Path.Combine(Workspace.OfTests.Directory, "gateways"), new Ports(Workspace.OfTests.Ports.Base + 200));

    public static async Task<WebApplication> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = builder.Build();
        service.Run(answer);
        await service.StartAsync();
        return service;
    }
}
