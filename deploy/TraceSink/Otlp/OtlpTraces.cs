namespace Ecosystem.TraceSink;

/// <summary>Spans from an ExportTraceServiceRequest (opentelemetry/proto/trace/v1).</summary>
public static class OtlpTraces
{
    private static readonly string[] Kinds = ["internal", "internal", "server", "client", "producer", "consumer"];
    private static readonly string[] Statuses = ["unset", "ok", "error"];

    public static IReadOnlyList<Span> Read(ReadOnlySpan<byte> body)
    {
        var spans = new List<Span>();
        OtlpEnvelope.Read(body, (item, service, scope) => spans.Add(One(item, service, scope)));
        return spans;
    }

    private static Span One(ReadOnlySpan<byte> message, string service, string scope)
    {
        var span = new SpanFields();
        for (var field = new Protobuf(message); field.Next();)
        {
            span.Take(ref field);
        }
        return new Span(service, scope, span.TraceId, span.SpanId, span.ParentId, span.Name, Named(Kinds, span.Kind), Time(span.Start),
            span.End > span.Start ? (span.End - span.Start) / 1e6 : 0, Named(Statuses, span.Status), span.Attributes, span.Events);
    }

    private static string Named(string[] names, ulong value) => value < (ulong)names.Length ? names[value] : "unknown";

    // Unix time in nanoseconds; a tick has a hundred.
    private static DateTimeOffset Time(ulong nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks((long)(nanoseconds / 100));
}
