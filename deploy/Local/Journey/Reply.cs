using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Ecosystem.Local;

/// <summary>What the gateway answered.</summary>
internal sealed record Reply(string Request, HttpStatusCode Status, JsonElement Body, long? Position)
{
    public Guid Id => Body.GetProperty("id").GetGuid();

    public JsonElement Items => Body.GetProperty("items");

    public static async Task<Reply> Read(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken ct)
    {
        var text = await answer.Content.ReadAsStringAsync(ct);
        var body = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false ? JsonDocument.Parse(text).RootElement : default;
        var position = answer.Headers.TryGetValues("Position", out var values) ? long.Parse(values.First(), CultureInfo.InvariantCulture) : (long?)null;
        return new Reply($"{request.Method} {request.RequestUri!.PathAndQuery}", answer.StatusCode, body, position);
    }

    /// <exception cref="LocalProblem">Another status; carries the problem's own words.</exception>
    public Reply Expect(params HttpStatusCode[] statuses) => statuses.Contains(Status) ? this
        : throw new LocalProblem($"{Request} answered {(int)Status}: {(Body.ValueKind == JsonValueKind.Object ? Body.ToString() : "no text")}");

    public string Text(params string[] path) => At(path).ToString();

    public int Number(params string[] path) => At(path).GetInt32();

    private JsonElement At(string[] path) => path.Aggregate(Body, (element, name) =>
        element.TryGetProperty(name, out var inner) ? inner : throw new LocalProblem($"{Request} answered without {string.Join('.', path)}: {Body}"));
}
