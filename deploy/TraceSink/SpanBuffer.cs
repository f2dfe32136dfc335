namespace Ecosystem.TraceSink;

/// <summary>
/// Keeps the newest spans and forgets the oldest: the sink may run for days in a little memory. Reports stay as they came until somebody asks: nobody does
/// under load, and collecting a heap of spans took a processor from the services for 60 ms at a time.
/// </summary>
public sealed class SpanBuffer(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<(byte[] Report, int Spans)> unread = new();
    private readonly Queue<Span> spans = new();
    private readonly Dictionary<string, List<Span>> traces = [];
    private int unreadSpans;

    /// <param name="report">An ExportTraceServiceRequest.</param>
    /// <exception cref="InvalidDataException">or another of <see cref="Protobuf"/>: it is none.</exception>
    public void Add(byte[] report)
    {
        var count = OtlpTraces.Read(report).Count;
        lock (gate)
        {
            unread.Enqueue((report, count));
            unreadSpans += count;
            while (unreadSpans > capacity)
            {
                unreadSpans -= unread.Dequeue().Spans;
            }
        }
    }

    /// <summary>The spans of a trace by start; empty where it is unknown.</summary>
    public IReadOnlyList<Span> Trace(string id)
    {
        lock (gate)
        {
            ReadReports();
            return traces.TryGetValue(id, out var found) ? [.. found.OrderBy(span => span.Start)] : [];
        }
    }

    /// <summary>All traces as they are now, the one that began last first.</summary>
    public IReadOnlyList<Span[]> Traces()
    {
        lock (gate)
        {
            ReadReports();
            return [.. traces.Values.Select(found => found.OrderBy(span => span.Start).ToArray()).OrderByDescending(found => found[0].Start)];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            unread.Clear();
            unreadSpans = 0;
            spans.Clear();
            traces.Clear();
        }
    }

    private void ReadReports()
    {
        for (unreadSpans = 0; unread.TryDequeue(out var next);)
        {
            foreach (var span in OtlpTraces.Read(next.Report))
            {
                Remember(span);
            }
        }
        while (spans.Count > capacity)
        {
            ForgetOldest();
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
