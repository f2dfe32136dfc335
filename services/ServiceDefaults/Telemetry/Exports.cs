using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Ecosystem.ServiceDefaults;

/// <summary>Where telemetry goes, by OpenTelemetry's own variable. Short delays: whoever has just done something wants to see its trace.</summary>
internal sealed record Exports(Uri Endpoint)
{
    /// <summary>Null where nobody listens.</summary>
    public static Exports? From(IConfiguration configuration) => configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } endpoint ? new Exports(new Uri(endpoint)) : null;

    public void Traces(OtlpExporterOptions options)
    {
        Send(options, "traces");
        options.BatchExportProcessorOptions = new() { ScheduledDelayMilliseconds = 300, ExporterTimeoutMilliseconds = 5000 };
    }

    public void Metrics(OtlpExporterOptions options, MetricReaderOptions reader)
    {
        Send(options, "metrics");
        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 5000;
    }

    public void Logs(OtlpExporterOptions options)
    {
        Send(options, "logs");
        options.BatchExportProcessorOptions = new() { ScheduledDelayMilliseconds = 500, ExporterTimeoutMilliseconds = 5000 };
    }

    private void Send(OtlpExporterOptions options, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{Endpoint.OriginalString.TrimEnd('/')}/v1/{signal}");
    }
}
