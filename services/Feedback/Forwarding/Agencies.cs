using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>An agency's server could not be asked; the reason holds nothing that it said.</summary>
public sealed class AgencyAway(string reason) : Exception(reason);

/// <summary>What an agency says of one of its requests.</summary>
public sealed record RemoteState(string Id, bool IsOpen, string? Note, DateTimeOffset At)
{
    /// <summary>GeoReport has no ids for updates: time and state tell one from another.</summary>
    public string Update => $"{At.UtcDateTime:O} {(IsOpen ? "open" : "closed")}";
}

/// <summary>Speaks GeoReport v2 with other agencies' servers: only where ECOSYSTEM_FORWARDING_ALLOW or the open Internet is, with no redirects, for 20 s and 1 MB at most.</summary>
public sealed class Agencies(IConfiguration configuration) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int MostOfAnswer = 1_000_000;

    private readonly OutboundHosts hosts = new(configuration["ECOSYSTEM_FORWARDING_ALLOW"]);
    private HttpMessageInvoker? sender;

    private HttpMessageInvoker Sender => sender ??= hosts.NewSender();

    /// <exception cref="Refused">The address may not be used.</exception>
    public async Task Require(string url, CancellationToken ct)
    {
        var verdict = await hosts.Check(url, ct);
        if (verdict is not OutboundVerdict.Allowed) throw new Refused(verdict is OutboundVerdict.Malformed ? ForwardingProblems.TargetMalformed : ForwardingProblems.TargetNotAllowed);
    }

    /// <summary>Hands a report in. The contact stays here: the agency answers to us.</summary>
    /// <param name="id">Also the Idempotency-Key, for servers that know it.</param>
    /// <returns>The agency's id, or "token:..." where it gives that later.</returns>
    /// <exception cref="AgencyAway">It did not take it.</exception>
    public async Task<string> Post(TargetUse target, string? key, Guid id, ReportSubmitted report, Statement statement, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{target.Url}/requests.json") { Content = new FormUrlEncodedContent(Fields(target, key, report, statement)) };
        request.Headers.Add("Idempotency-Key", $"{id}");
        var first = (await Ask(request, key, ct) as JsonArray)?.FirstOrDefault();
        return Text(first?["service_request_id"]) ?? (Text(first?["token"]) is { } token ? $"token:{token}" : throw new AgencyAway("the answer has no id"));
    }

    /// <summary>How far some requests are; those that the agency does not tell of are missing.</summary>
    /// <exception cref="AgencyAway">It cannot be asked.</exception>
    public async Task<IReadOnlyList<RemoteState>> Look(TargetUse target, string? key, IEnumerable<string> ids, CancellationToken ct)
    {
        var query = $"service_request_id={string.Join(',', ids.Select(Uri.EscapeDataString))}{(target.Jurisdiction is null ? "" : $"&jurisdiction_id={Uri.EscapeDataString(target.Jurisdiction)}")}";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{target.Url}/requests.json?{query}");
        return [.. (await Ask(request, key, ct) as JsonArray ?? []).Select(Read).OfType<RemoteState>().OrderBy(state => state.At)];
    }

    /// <summary>The id for a token; null while there is none.</summary>
    /// <exception cref="AgencyAway">It cannot be asked.</exception>
    public async Task<string?> Exchange(TargetUse target, string? key, string token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{target.Url}/tokens/{Uri.EscapeDataString(token)}.json");
        return Text((await Ask(request, key, ct) as JsonArray)?.FirstOrDefault()?["service_request_id"]);
    }

    public void Dispose() => sender?.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Fields(TargetUse target, string? key, ReportSubmitted report, Statement statement)
    {
        (string Name, string? Value)[] fields =
        [
            ("service_code", target.Services[report.Category]), ("jurisdiction_id", target.Jurisdiction), ("api_key", key),
            ("lat", statement.Place?.Latitude?.ToString("R", null)), ("long", statement.Place?.Longitude?.ToString("R", null)), ("address_string", statement.Place?.Description), ("address_id", report.Commune),
            ("description", statement.Title is null ? statement.Text : $"{statement.Title}\n{statement.Text}"), ("attribute[commune]", report.Commune),
        ];
        return fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!));
    }

    private async Task<JsonNode?> Ask(HttpRequestMessage request, string? key, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using var answer = await Sender.SendAsync(request, limit.Token);
            if (!answer.IsSuccessStatusCode) throw new AgencyAway($"the server answered {(int)answer.StatusCode}");
            return JsonNode.Parse(await Body(answer, limit.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or FormatException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new AgencyAway(failure switch { OperationCanceledException => "no answer in time", JsonException => "the answer cannot be read", _ => "no connection" });
        }
    }

    private static async Task<byte[]> Body(HttpResponseMessage answer, CancellationToken ct)
    {
        var buffer = new byte[MostOfAnswer];
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        return buffer[..await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)];
    }

    private static RemoteState? Read(JsonNode? request) =>
        Text(request?["service_request_id"]) is { } id && Text(request?["status"]) is { } status && DateTimeOffset.TryParse(Text(request?["updated_datetime"]), null, System.Globalization.DateTimeStyles.AssumeUniversal, out var at)
            ? new(id, status != "closed", Text(request?["status_notes"]), at)
            : null;

    /// <summary>Ids are numbers at some servers.</summary>
    private static string? Text(JsonNode? value) => value is JsonValue && value.ToString() is { Length: > 0 and <= 4000 } text ? text : null;
}
