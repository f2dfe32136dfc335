namespace Ecosystem.TraceSink;

/// <summary>One step of a trace, as its service reported it.</summary>
/// <param name="ParentId">Empty at the root.</param>
/// <param name="Kind">internal, server, client, producer or consumer.</param>
/// <param name="Status">unset, ok or error.</param>
public sealed record Span(
    string Service,
    string Scope,
    string TraceId,
    string SpanId,
    string ParentId,
    string Name,
    string Kind,
    DateTimeOffset Start,
    double Milliseconds,
    string Status,
    IReadOnlyDictionary<string, object?> Attributes,
    IReadOnlyList<SpanHappening> Events);

/// <summary>Something noted within a span, e.g. an exception.</summary>
public sealed record SpanHappening(string Name, IReadOnlyDictionary<string, object?> Attributes);
