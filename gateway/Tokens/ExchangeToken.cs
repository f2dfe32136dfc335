using System.Text.Json.Serialization;
using Ecosystem.Gateway.Partners;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.Tokens;

/// <summary>
/// The city app's backend shows a citizen's token and gets one with which it acts for that citizen (RFC 8693): no longer than the citizen's own, for
/// the scopes that it asked for, with the same level of identity, and with its own name in it.
/// </summary>
public sealed class ExchangeToken(SubjectTokens subjects, Keys keys, TokenSettings settings, ClaimSettings names, TimeProvider clock)
{
    public const string Grant = "urn:ietf:params:oauth:grant-type:token-exchange";

    /// <summary>What a partner must be registered with.</summary>
    public const string Right = "tokens.exchange";

    private const string Types = "urn:ietf:params:oauth:token-type:", AccessToken = $"{Types}access_token";

    private static readonly string[] SubjectTypes = [AccessToken, $"{Types}jwt", $"{Types}id_token"];

    public sealed record Answer(
        [property: JsonPropertyName("access_token")] string Token,
        [property: JsonPropertyName("issued_token_type")] string Issued,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        string Scope);

    /// <summary>The scopes of the token: of those that citizens have.</summary>
    /// <exception cref="OAuthError">The partner may not exchange tokens, or more is asked for than a citizen has.</exception>
    public static string Decide(string? asked, Partner partner)
    {
        if (partner.Status is not PartnerStatus.Registered) throw OAuthError.Disabled();
        if (!partner.Scopes.Contains(Right)) throw OAuthError.NoExchange();
        var scopes = asked?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList() ?? [.. Roles.OfCitizens.Order(StringComparer.Ordinal)];
        return scopes.Count > 0 && scopes.All(Roles.OfCitizens.Contains) ? string.Join(' ', scopes) : throw OAuthError.InvalidScope();
    }

    public async Task<Answer> Give(TokenRequest request, Partner partner, string audience, CancellationToken ct)
    {
        var scope = Decide(request.Scope, partner);
        var subject = await subjects.Read(Shown(request, audience), partner, audience);
        var now = clock.GetUtcNow();
        var until = subject.Until < now + TokenSettings.Lifetime ? subject.Until : now + TokenSettings.Lifetime;
        var token = IssueToken.Signed(Claims(subject.Citizen, partner, scope), settings.Issuer, audience, (await keys.Current(ct)).Signing(now), now, until);
        return new(token, AccessToken, "Bearer", Math.Max(1, (int)(until - now).TotalSeconds), scope);
    }

    private static string Shown(TokenRequest request, string expected)
    {
        if (request["actor_token"] is not null) throw OAuthError.InvalidRequest("Only the client itself acts here: no actor_token.");
        if (request["requested_token_type"] is not (null or AccessToken)) throw OAuthError.InvalidRequest($"requested_token_type can only be {AccessToken}.");
        if (request["audience"] is { } audience && audience != expected) throw OAuthError.InvalidTarget();
        if (!SubjectTypes.Contains(request["subject_token_type"])) throw OAuthError.InvalidRequest($"subject_token_type must be one of: {string.Join(", ", SubjectTypes)}.");
        return request["subject_token"] ?? throw OAuthError.InvalidRequest("subject_token is missing.");
    }

    /// <summary>The level in the words that services read it in.</summary>
    private Dictionary<string, object> Claims(Citizen citizen, Partner partner, string scope)
    {
        var level = $"{citizen.Level}";
        return new()
        {
            ["sub"] = citizen.Id, [names.Names.Client] = partner.Path, [names.Names.Scope] = scope, ["jti"] = $"{Guid.CreateVersion7()}",
            [names.Names.Level] = names.Levels?.FirstOrDefault(pair => pair.Value == level).Key ?? level,
            ["act"] = new Dictionary<string, object> { ["sub"] = partner.Path },
        };
    }
}
