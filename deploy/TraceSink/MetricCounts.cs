using System.Collections.Concurrent;

namespace Ecosystem.TraceSink;

/// <summary>Which instruments report, and how often: enough to see that metrics flow; a real system keeps the values.</summary>
public sealed class MetricCounts
{
    private readonly ConcurrentDictionary<MetricName, int> counts = new();

    public IEnumerable<object> Seen =>
        counts.OrderBy(entry => (entry.Key.Service, entry.Key.Scope, entry.Key.Name)).Select(entry => new { entry.Key.Service, entry.Key.Scope, entry.Key.Name, Times = entry.Value });

    public void Add(IEnumerable<MetricName> reported)
    {
        foreach (var metric in reported)
        {
            counts.AddOrUpdate(metric, 1, (_, times) => times + 1);
        }
    }
}

public sealed record MetricName(string Service, string Scope, string Name);
