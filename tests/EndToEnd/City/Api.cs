using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecosystem.EndToEnd;

/// <summary>A caller of the gateway (or of one service directly) with plain HTTP.</summary>
public sealed class Api
{
    private readonly HttpClient http;
    private readonly bool isSystem;

    public Api(Uri address, string? token, string subject)
    {
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Subject = subject;
        isSystem = token is not null && IsSystem(token);
    }

    public string Subject { get; }

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Post(string path, object? body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), headers);

    public Task<Answer> Put(string path, object body, params (string Name, string Value)[] headers) => Send(HttpMethod.Put, path, JsonContent.Create(body), headers);

    public Task<Answer> PostCsv(string path, string text) => Send(HttpMethod.Post, path, new StringContent(text, Encoding.UTF8, "text/csv"), []);

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (isSystem && method == HttpMethod.Post && !request.Headers.Contains("Idempotency-Key")) request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        using var response = await http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Systems must send a key with each POST, as they do here.</summary>
    private static bool IsSystem(string token)
    {
        try
        {
            return new JsonWebToken(token) is var read && read.TryGetPayloadValue<string>("client_id", out var client) && client == read.Subject;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The items of all pages of a list whose path has a query already.</summary>
    public async Task<IReadOnlyList<JsonNode>> All(string path)
    {
        List<JsonNode> items = [];
        for (var page = (await Get(path)).Is(200); ; page = (await Get($"{path}&after={Uri.EscapeDataString($"{page["next"]}")}")).Is(200))
        {
            items.AddRange(page["items"].AsArray()!);
            if (page.Json["next"] is null) return items;
        }
    }

    /// <summary>Only the status, for answers that do not end.</summary>
    public async Task<int> StatusOf(string path)
    {
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    /// <summary>Opens the caller's stream of messages, or another stream; with an id, as whoever had it before and goes on.</summary>
    public async Task<LiveInbox> Live(long? lastEventId = null, string path = "/v1/inbox/live")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", $"{lastEventId}");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await new LiveInbox(new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync())).Opened();
    }
}

public sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonNode this[string member] => Json[member] ?? throw new InvalidOperationException($"No {member} in {Text}");

    public string Id => this["id"].GetValue<string>();

    public string ProblemType => JsonNode.Parse(Text)?["type"]?.GetValue<string>() is { } type ? type[(type.LastIndexOf('/') + 1)..] : "";

    public T As<T>() => JsonSerializer.Deserialize<T>(Text, JsonSerializerOptions.Web)!;

    /// <summary>Asserts the status; a failure shows the body.</summary>
    public Answer Is(int status)
    {
        Assert.True(status == Status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }
}
