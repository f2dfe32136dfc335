using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Ecosystem.Local;

/// <summary>One caller at the gateway: plain HTTP and JSON with a bearer token, or with none.</summary>
internal sealed class Client(Uri gateway, string? token = null, CancellationToken ct = default)
{
    // The import of all units is the longest request.
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(2) };

    public Task<Reply> Get(string path, long? minPosition = null) =>
        Send(new HttpRequestMessage(HttpMethod.Get, new Uri(gateway, path)), ("Min-Position", $"{minPosition}"));

    /// <param name="traceparent">Names the trace, where it is to be found again.</param>
    public Task<Reply> Post(string path, object? body = null, string? key = null, string? traceparent = null) =>
        Send(Written(HttpMethod.Post, path, body), ("Idempotency-Key", key ?? $"{Guid.NewGuid()}"), ("traceparent", traceparent));

    public Task<Reply> Put(string path, object body) => Send(Written(HttpMethod.Put, path, body));

    public Task<HttpResponseMessage> Open(string path, CancellationToken until) =>
        Http.SendAsync(With(new HttpRequestMessage(HttpMethod.Get, new Uri(gateway, path))), HttpCompletionOption.ResponseHeadersRead, until);

    private HttpRequestMessage Written(HttpMethod method, string path, object? body) => new(method, new Uri(gateway, path))
    {
        Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        },
    };

    private async Task<Reply> Send(HttpRequestMessage request, params (string Name, string? Value)[] headers)
    {
        using var message = With(request, headers);
        using var answer = await Http.SendAsync(message, ct);
        return await Reply.Read(message, answer, ct);
    }

    private HttpRequestMessage With(HttpRequestMessage request, params (string Name, string? Value)[] headers)
    {
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers.Where(header => !string.IsNullOrEmpty(header.Value)))
        {
            request.Headers.Add(name, value);
        }
        return request;
    }
}
