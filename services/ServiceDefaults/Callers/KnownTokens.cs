using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Checks a token once and remembers for a minute, but never beyond its end, that it was good: the signature costs more than
/// anything else that a process does for a small request. What was not good is checked each time.
/// </summary>
public sealed class KnownTokens(TimeProvider clock) : TokenHandler
{
    private const int Most = 10_000;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, (TokenValidationResult Result, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(token, out var remembered) && now < remembered.Until)
            return remembered.Result;
        var result = await handler.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
            Remember(token, result, now);
        return result;
    }

    /// <summary>Who issued this token; null unless it is remembered as good.</summary>
    public string? IssuerOf(ReadOnlySpan<char> token) => known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var remembered) ? remembered.Result.SecurityToken.Issuer : null;

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    private void Remember(string token, TokenValidationResult result, DateTimeOffset now)
    {
        if (known.Count >= Most)
            known.Clear();
        var end = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
        known[token] = (result, end < now + Memory ? end : now + Memory);
    }
}
