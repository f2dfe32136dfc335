namespace Ecosystem.TraceSink;

/// <summary>The names in an ExportMetricsServiceRequest (opentelemetry/proto/metrics/v1).</summary>
public static class OtlpMetrics
{
    public static IReadOnlyList<MetricName> Read(ReadOnlySpan<byte> body)
    {
        var metrics = new List<MetricName>();
        OtlpEnvelope.Read(body, (item, service, scope) => metrics.Add(new MetricName(service, scope, Name(item))));
        return metrics;
    }

    private static string Name(ReadOnlySpan<byte> metric)
    {
        for (var field = new Protobuf(metric); field.Next();)
        {
            if (field.Field == 1)
            {
                return field.Text();
            }
            field.Skip();
        }
        return "";
    }
}
