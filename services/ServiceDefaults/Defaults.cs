using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ecosystem.ServiceDefaults;

/// <summary>What every service and the gateway do alike: one call before the host is built, one after.</summary>
public static class Defaults
{
    /// <param name="service">The service's name in telemetry and documents, e.g. "feedback".</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.Configuration.AddQuietLogs();
        builder.AddTelemetry(service);
        builder.AddCallers();
        builder.WebHost.ConfigureKestrel(KestrelLimits.Use);
        var services = builder.Services;
        services.AddSingleton(service == "gateway" ? FailedAt.Gateway : FailedAt.Service);
        services.AddSingleton<IProblemDetailsWriter, ValidationProblems>().AddProblemDetails();
        services.ConfigureHttpJsonOptions(Json.Use);
        services.Configure<RouteHandlerOptions>(binding => binding.ThrowOnBadRequest = true);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        services.AddSingleton<Drain>().AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHealthChecks().AddCheck<Drain>("draining", tags: ["ready"]);
        services.AddDocumentation(service);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<Cause>();
        services.AddSingleton<Cursors>();
        services.AddHostedService<IdleMemory>();
        if (service != "gateway") services.AddSingleton<WorkRunner>().AddHostedService(provider => provider.GetRequiredService<WorkRunner>());
        return builder;
    }

    /// <summary>The order matters: the span sees every status, every failure becomes a problem, and nothing runs before the caller is known.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<Drain>().Answer);
        app.UseMiddleware<ServerSpan>();
        app.UseMiddleware<ExceptionProblems>();
        app.UseStatusCodePages(StatusProblems.Answer);
        app.UseMiddleware<LiveStreams>();
        app.UseMiddleware<KnownCharset>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<RequestCause>();
        app.UseMiddleware<UnreadableBodies>();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        return app;
    }
}
