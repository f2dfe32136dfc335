using System.Collections.Concurrent;
using System.Net;

namespace Ecosystem.Notifications;

/// <summary>The SMS gateway at ECOSYSTEM_SMS, in the wire format of docs/operators.md; where none is named, the channel is off.</summary>
public sealed class SmsGateway
{
    /// <summary>Of those below; above it the gateway's own memory of the Idempotency-Keys must do.</summary>
    private const int MostUnnoted = 100_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    private static readonly HttpStatusCode[] ForGood = [HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.UnprocessableEntity];

    /// <summary>What the gateway said to messages that are not noted in the store yet, so that a store that fails does not mean an SMS with each retry.</summary>
    private readonly ConcurrentDictionary<Guid, bool> unnoted = new();

    private readonly Uri? address;
    private readonly string key = "";

    /// <exception cref="InvalidOperationException">The settings cannot work: said at start, not with the first message.</exception>
    public SmsGateway(IConfiguration configuration)
    {
        if (configuration["ECOSYSTEM_SMS"] is not { Length: > 0 } written) return;
        address = Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" } ? uri
            : throw new InvalidOperationException("ECOSYSTEM_SMS must be an address such as https://sms.example.vn/messages");
        key = configuration["ECOSYSTEM_SMS_KEY"] is { Length: > 0 } given && given.All(char.IsAscii) ? given : throw new InvalidOperationException("ECOSYSTEM_SMS_KEY must hold the gateway's key.");
    }

    public bool IsSetUp => address is not null;

    /// <param name="messageId">Goes along as Idempotency-Key: should a crash between sending and noting it make a second request, the gateway recognises it.</param>
    /// <param name="number">In E.164.</param>
    /// <returns>False when the gateway refuses this number for good.</returns>
    /// <exception cref="SmsNotSent">The gateway cannot be reached or says no for now.</exception>
    public async Task<bool> Send(Guid messageId, string number, string text, CancellationToken ct)
    {
        if (unnoted.TryGetValue(messageId, out var earlier)) return earlier;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new { id = messageId, to = number, text }),
            Headers = { { "Idempotency-Key", $"{messageId}" }, { "Authorization", $"Bearer {key}" } },
        };
        try
        {
            using var answer = await Http.SendAsync(request, limit.Token);
            if (!answer.IsSuccessStatusCode && !ForGood.Contains(answer.StatusCode)) throw new SmsNotSent($"it answered {(int)answer.StatusCode}");
            if (unnoted.Count >= MostUnnoted) unnoted.Clear();
            return unnoted[messageId] = answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new SmsNotSent(failure is HttpRequestException { HttpRequestError: var error } ? $"{error}" : "no answer in time");
        }
    }

    public void Noted(Guid messageId) => unnoted.TryRemove(messageId, out _);
}

/// <summary>Says what kind of failure it was and no more: a gateway's own words can hold the number, and errors are logged and kept.</summary>
public sealed class SmsNotSent(string reason) : Exception($"The SMS gateway did not take the message: {reason}.");
