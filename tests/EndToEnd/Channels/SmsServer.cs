using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Channels;

/// <summary>An SMS gateway as docs/operators.md describes it: real HTTP, which answers each number as a test wants.</summary>
internal sealed class SmsServer : IDisposable
{
    private readonly HttpListener listener = new() { Prefixes = { $"http://127.0.0.1:{Workspace.OfTests.Ports.SmsGateway}/" } };
    private readonly ConcurrentQueue<Request> requests = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<int>> answers = new();

    public SmsServer()
    {
        listener.Start();
        _ = Serve();
    }

    public sealed record Request(string To, string Text, string Id, string? Key, string? Authorization, int Answered);

    /// <summary>The first requests for a number are answered so, later ones with 202.</summary>
    public void Answer(string number, params int[] statuses) => answers[number] = new(statuses);

    public IReadOnlyList<Request> To(string number) => [.. requests.Where(request => request.To == number)];

    public void Dispose() => ((IDisposable)listener).Dispose();

    private async Task Serve()
    {
        try
        {
            while (true) Take(await listener.GetContextAsync());
        }
        catch (Exception) when (!listener.IsListening)
        {
            // The test is over.
        }
    }

    private void Take(HttpListenerContext context)
    {
        var body = JsonSerializer.Deserialize<JsonNode>(context.Request.InputStream)!;
        var number = $"{body["to"]}";
        var status = answers.TryGetValue(number, out var wanted) && wanted.TryDequeue(out var next) ? next : 202;
        requests.Enqueue(new(number, $"{body["text"]}", $"{body["id"]}", context.Request.Headers["Idempotency-Key"], context.Request.Headers["Authorization"], status));
        context.Response.StatusCode = status;
        context.Response.Close();
    }
}
