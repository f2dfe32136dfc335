namespace Ecosystem.TraceSink;

/// <summary>Keeps the newest spans and forgets the oldest: the sink may run for days in a little memory.</summary>
public sealed class SpanBuffer(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<Span> spans = new();
    private readonly Dictionary<string, List<Span>> traces = [];

    public void Add(IEnumerable<Span> arrived)
    {
        lock (gate)
        {
            foreach (var span in arrived)
            {
                Remember(span);
            }
            while (spans.Count > capacity)
            {
                ForgetOldest();
            }
        }
    }

    /// <summary>The spans of a trace by start; empty where it is unknown.</summary>
    public IReadOnlyList<Span> Trace(string id)
    {
        lock (gate)
        {
            return traces.TryGetValue(id, out var found) ? [.. found.OrderBy(span => span.Start)] : [];
        }
    }

    /// <summary>All traces as they are now, the one that began last first.</summary>
    public IReadOnlyList<Span[]> Traces()
    {
        lock (gate)
        {
            return [.. traces.Values.Select(found => found.OrderBy(span => span.Start).ToArray()).OrderByDescending(found => found[0].Start)];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            spans.Clear();
            traces.Clear();
        }
    }

    private void Remember(Span span)
    {
        spans.Enqueue(span);
        if (!traces.TryGetValue(span.TraceId, out var trace))
        {
            traces[span.TraceId] = trace = [];
        }
        trace.Add(span);
    }

    private void ForgetOldest()
    {
        var oldest = spans.Dequeue();
        var trace = traces[oldest.TraceId];
        trace.RemoveAt(0);
        if (trace.Count == 0)
        {
            traces.Remove(oldest.TraceId);
        }
    }
}
