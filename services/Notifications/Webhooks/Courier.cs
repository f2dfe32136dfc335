using System.Text;
using Ecosystem.Notifications.Feed;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>What became of one attempt.</summary>
/// <param name="Status">Of the answer; null: there was none.</param>
/// <param name="Answer">The beginning of the answer's body, or why there was none.</param>
public sealed record Outcome(int? Status, string Answer, TimeSpan Duration)
{
    public bool IsDelivered => Status is >= 200 and < 300;

    public bool IsGone => Status is 410;
}

/// <summary>Carries one event to one receiver: no redirects, no cookies, no proxy, no waiting longer than 20 s, and only to an address that was just checked.</summary>
public sealed class Courier : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int MostOfAnswer = 200;

    private readonly HttpMessageInvoker http;
    private readonly PublicKeys keys;
    private readonly TimeProvider clock;

    public Courier(Destinations destinations, PublicKeys keys, TimeProvider clock)
    {
        (this.keys, this.clock) = (keys, clock);
        http = destinations.NewSender();
    }

    public async Task<Outcome> Carry(string url, CloudEvent what, IReadOnlyList<string> secrets, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var request = Request(url, what, secrets, clock.GetUtcNow().ToUnixTimeSeconds());
            using var answer = await http.SendAsync(request, limit.Token);
            return new((int)answer.StatusCode, await Beginning(answer, limit.Token), clock.GetElapsedTime(began));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(null, Reason(failure), clock.GetElapsedTime(began));
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(string url, CloudEvent what, IReadOnlyList<string> secrets, long timestamp)
    {
        var body = what.Write();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new(CloudEvent.ContentType, "utf-8");
        request.Headers.UserAgent.Add(new("ecosystem-webhooks", "1.0"));
        request.Headers.Add("webhook-id", $"{what.Id}");
        request.Headers.Add("webhook-timestamp", $"{timestamp}");
        request.Headers.Add("webhook-signature", Signature.Of(secrets, $"{what.Id}", timestamp, body) + keys.Signatures(secrets, $"{what.Id}", timestamp, body));
        return request;
    }

    /// <summary>For people who look for the fault: no control characters, as it is a stranger's text.</summary>
    private static async Task<string> Beginning(HttpResponseMessage answer, CancellationToken ct)
    {
        var buffer = new byte[MostOfAnswer];
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return string.Concat(Encoding.UTF8.GetString(buffer, 0, read).Select(character => char.IsControl(character) || character > '\uFFFC' ? ' ' : character));
    }

    private static string Reason(Exception failure) => failure switch
    {
        OperationCanceledException => "no answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection",
        { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } } => "no address that may be used",
        _ => "no connection",
    };
}
