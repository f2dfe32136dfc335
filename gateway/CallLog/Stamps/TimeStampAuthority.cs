using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Ecosystem.Gateway.CallLog.Stamps;

/// <summary>The outside authority at ECOSYSTEM_CALL_LOG_TIMESTAMPS, asked over HTTP as RFC 3161 says, section 3.4. It learns a hash and nothing else.</summary>
internal sealed class TimeStampAuthority
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = 1 << 16,
    };

    private readonly Uri? address;

    /// <exception cref="InvalidOperationException">A setting cannot work: said at start.</exception>
    public TimeStampAuthority(IConfiguration configuration)
    {
        Every = CallLogInterval.Of(configuration, "ECOSYSTEM_CALL_LOG_TIMESTAMPS_EVERY", TimeSpan.FromMinutes(1));
        if (configuration["ECOSYSTEM_CALL_LOG_TIMESTAMPS"] is not { Length: > 0 } written) return;
        address = Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" } ? uri
            : throw new InvalidOperationException("ECOSYSTEM_CALL_LOG_TIMESTAMPS must be an address such as http://tsa.example.vn/");
    }

    public bool IsSetUp => address is not null;

    /// <summary>How long a head may wait for its stamp.</summary>
    public TimeSpan Every { get; }

    /// <param name="digest">SHA-256.</param>
    /// <returns>The token, DER.</returns>
    /// <exception cref="HttpRequestException">The authority cannot be reached or answers otherwise than 2xx.</exception>
    /// <exception cref="CryptographicException">It refuses, or what it gives is no token over this digest.</exception>
    public async Task<byte[]> Stamp(byte[] digest, CancellationToken ct)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(digest, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        using var query = new ByteArrayContent(request.Encode()) { Headers = { ContentType = new("application/timestamp-query") } };
        using var answer = (await Http.PostAsync(address, query, ct)).EnsureSuccessStatusCode();
        var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(ct), out _);
        return token.VerifySignatureForHash(digest, HashAlgorithmName.SHA256, out _) ? token.AsSignedCms().Encode() : throw new CryptographicException("The time-stamp token is not signed over what was sent.");
    }
}
