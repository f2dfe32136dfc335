using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ecosystem.EndToEnd;

/// <summary>One trace as the sink received it; a test names it beforehand in the header traceparent.</summary>
public sealed class Trace(City city)
{
    private static readonly HttpClient Http = new();

    private readonly string caller = $"{ActivitySpanId.CreateRandom()}";

    public string Id { get; } = $"{ActivityTraceId.CreateRandom()}";

    /// <summary>Makes a request a part of this trace.</summary>
    public (string Name, string Value) Header => ("traceparent", $"00-{Id}-{caller}-01");

    public async Task<IReadOnlyList<Span>> Spans()
    {
        using var answer = await Http.GetAsync(new Uri(city.Processes.TraceSink.Address, $"api/traces/{Id}"));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<Span[]>() ?? [] : [];
    }

    /// <summary>Waits for a span and follows it back, parent by parent, to the caller: first the caller's own request.</summary>
    /// <param name="through">A span of the chain, by name, where what was asked for has several such ends.</param>
    public async Task<IReadOnlyList<Span>> ChainTo(Func<Span, bool> last, string? through = null)
    {
        List<Span> chain = [];
        await Eventually.Holds(
            async () =>
            {
                var spans = await Spans();
                chain = spans.Where(last).Select(end => Chain(spans, end)).FirstOrDefault(one => through is null || one.Any(span => span.Name == through)) ?? [];
                return chain.Count > 0 && chain[0].ParentId == caller;
            },
            $"the chain of trace {Id}");
        return chain;
    }

    private static List<Span> Chain(IReadOnlyList<Span> spans, Span last)
    {
        var known = spans.ToDictionary(span => span.SpanId);
        List<Span> chain = [];
        for (Span? span = last; span is not null; span = known.GetValueOrDefault(span.ParentId)) chain.Insert(0, span);
        return chain;
    }
}

/// <summary>One step of a trace.</summary>
public sealed record Span(string Service, string SpanId, string ParentId, string Name, string Kind, string Status, IReadOnlyDictionary<string, JsonElement> Attributes)
{
    public string? this[string attribute] => Attributes.TryGetValue(attribute, out var value) ? $"{value}" : null;

    public override string ToString() => $"{Service} {Kind} {Name}";
}
