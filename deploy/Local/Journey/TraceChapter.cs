using System.Net.Http.Json;

namespace Ecosystem.Local;

internal static class TraceChapter
{
    private static readonly HttpClient Http = new();
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(20);

    public static Task Play(Stage stage, Cast cast, Uri sink, CancellationToken ct) => stage.Step(
        "The report's trace, followed back from its delivery", () => Chain(sink, $"{cast.ReportTrace}", ct),
        services => $"{string.Join(" > ", services)}  {new Uri(sink, $"#{cast.ReportTrace}")}");

    /// <summary>From the last span of Notifications up, parent by parent, to the gateway's request.</summary>
    private static async Task<IReadOnlyList<string>> Chain(Uri sink, string trace, CancellationToken ct)
    {
        IReadOnlyList<string> services = [];
        var complete = await Wait.For(async token => (services = Services(await Spans(sink, trace, token))) is ["gateway", "feedback", "notifications"], Arrival, ct);
        Check.That(complete, $"the chain is {string.Join(" > ", services)}");
        return services;
    }

    private static async Task<IReadOnlyList<Span>> Spans(Uri sink, string trace, CancellationToken ct)
    {
        using var answer = await Http.GetAsync(new Uri(sink, $"api/traces/{trace}"), ct);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<Span[]>(ct) ?? [] : [];
    }

    private static string[] Services(IReadOnlyList<Span> spans)
    {
        var known = spans.ToDictionary(span => span.SpanId);
        var chain = new List<string>();
        for (var span = spans.LastOrDefault(span => span.Service == "notifications"); span is not null; span = known.GetValueOrDefault(span.ParentId))
        {
            chain.Insert(0, span.Service);
        }
        return [.. chain.Where((service, index) => index == 0 || chain[index - 1] != service)];
    }

    private sealed record Span(string SpanId, string ParentId, string Service, string Name);
}
