namespace Ecosystem.TraceSink;

/// <summary>What the page shows and the tests assert on.</summary>
public static class ReadTraces
{
    private const int Most = 200;

    /// <summary>One line of the list.</summary>
    public sealed record Summary(string TraceId, string Name, IReadOnlyList<string> Services, int Spans, int Errors, DateTimeOffset Start, double Milliseconds);

    /// <param name="find">Part of a span's name or a service's name, in any case.</param>
    public static IEnumerable<Summary> List(SpanBuffer buffer, string? find = null, int limit = 50) =>
        buffer.Traces().Where(spans => find is null || spans.Any(span => Holds(span, find))).Take(Math.Clamp(limit, 1, Most)).Select(Sum);

    public static IResult One(string id, SpanBuffer buffer) => buffer.Trace(id) is { Count: > 0 } spans ? Results.Ok(spans) : Results.NotFound();

    public static void Forget(SpanBuffer buffer) => buffer.Clear();

    private static Summary Sum(Span[] spans)
    {
        var known = spans.Select(span => span.SpanId).ToHashSet();
        var root = spans.FirstOrDefault(span => !known.Contains(span.ParentId)) ?? spans[0];
        var end = spans.Max(span => span.Start.AddMilliseconds(span.Milliseconds));
        return new Summary(root.TraceId, root.Name, [.. spans.Select(span => span.Service).Distinct()], spans.Length,
            spans.Count(span => span.Status == "error"), root.Start, (end - spans[0].Start).TotalMilliseconds);
    }

    private static bool Holds(Span span, string text) =>
        span.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || span.Service.Contains(text, StringComparison.OrdinalIgnoreCase);
}
