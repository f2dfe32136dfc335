using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs with one resource and one trace id. OpenTelemetry's hosting and instrumentation packages are
/// not in the registry that this builds from; .NET's own sources and <see cref="ServerSpan"/> take their place.
/// </summary>
internal static class Telemetry
{
    // Left out: RabbitMQ.Client's sources, which beside MassTransit's spans make a second trace of one span for every message, and YARP's, whose
    // second server span would count every request of the gateway twice; where it went the client's span says, too.
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Ecosystem"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Authentication", "Microsoft.AspNetCore.Authorization",
        "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit", "Ecosystem",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        // .NET 10 leaves method and path off the server span unless told otherwise, and the sampler must see the path.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var exports = Exports.From(builder.Configuration);
        builder.Services.AddSingleton(_ => Start(service, exports));
        builder.Services.AddHostedService<TelemetryLifetime>();
        if (exports is not null)
            builder.Logging.AddOpenTelemetry(logs => Describe(logs, service).AddOtlpExporter(exports.Logs));
    }

    private static OpenTelemetrySdk Start(string service, Exports? exports) => OpenTelemetrySdk.Create(sdk =>
    {
        sdk.ConfigureResource(resource => Name(resource, service));
        // Without an exporter nothing is recorded, but trace ids still go along and into every event's headers.
        sdk.WithTracing(traces => traces.AddSource(Sources).SetSampler(exports is null ? new AlwaysOffSampler() : new ParentBasedSampler(new WorkOnly())));
        if (exports is null)
            return;
        sdk.WithTracing(traces => traces.AddOtlpExporter(exports.Traces));
        sdk.WithMetrics(metrics => metrics.AddMeter(Meters).AddView(Points).AddOtlpExporter(exports.Metrics));
    });

    /// <summary>
    /// Room for points is taken at once, 88 bytes for each of 2,000, for all ninety instruments. What is told apart by route, by others' hosts
    /// or by client may need it; what the runtime and the libraries count of themselves does not.
    /// </summary>
    private static MetricStreamConfiguration? Points(Instrument instrument) =>
        instrument.Meter.Name is "Ecosystem" or "System.Net.Http" or "Microsoft.AspNetCore.Hosting" ? null : new() { CardinalityLimit = 200 };

    private static OpenTelemetryLoggerOptions Describe(OpenTelemetryLoggerOptions logs, string service)
    {
        logs.IncludeFormattedMessage = true;
        logs.SetResourceBuilder(Name(ResourceBuilder.CreateDefault(), service));
        return logs;
    }

    private static ResourceBuilder Name(ResourceBuilder resource, string service) => resource.AddService(
        service, "ecosystem", Assembly.GetEntryAssembly()?.GetName().Version?.ToString(3), serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}");
}
