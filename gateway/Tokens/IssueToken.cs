using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Ecosystem.Gateway.Limits;
using Ecosystem.Gateway.Partners;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Gateway.Tokens;

/// <summary>A registered partner proves who it is and gets a token for minutes, for what it asked for or all that it may (RFC 6749, section 4.4).</summary>
public static class IssueToken
{
    public sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        string Scope);

    /// <summary>The scopes of the token.</summary>
    /// <exception cref="OAuthError">More is asked for than the partner may.</exception>
    public static string Decide(string? asked, Partner partner)
    {
        if (partner.Status is not PartnerStatus.Registered) throw OAuthError.Disabled();
        var scopes = asked is null ? [.. partner.Scopes] : asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return scopes.All(partner.Scopes.Contains) ? string.Join(' ', scopes) : throw OAuthError.InvalidScope();
    }

    internal static async Task<IResult> Handle(
        HttpContext http, Quotas quotas, EventStream<Partner, PartnerEvent> partners, Secrets secrets, Assertions assertions, Keys keys, ExchangeToken exchange, TokenSettings settings, TimeProvider clock, ILogger<TokenSettings> audit, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = await TokenRequest.Read(http.Request, ct);
            if (request.Grant is not ("client_credentials" or ExchangeToken.Grant)) throw request.Grant is null ? OAuthError.InvalidRequest("grant_type is missing.") : OAuthError.UnsupportedGrant();
            var (partner, credential) = await Proven(request, partners, secrets, assertions, ct);
            if (!await quotas.Allow(http, new(credential.Sandbox ? Client.Sandbox : Client.System, partner.Path), RequestClass.Token)) return Results.Empty;    // only now: nobody can use up another's
            var audience = settings.AudienceOf(credential);
            if (request.Grant == ExchangeToken.Grant)
            {
                var exchanged = await exchange.Give(request, partner, audience, ct);
                audit.LogInformation("token of a citizen for {Audience} given to {Partner} for {Scope}", audience, partner.Path, exchanged.Scope);
                return Results.Json(exchanged);
            }

            var scope = Decide(request.Scope, partner);
            var now = clock.GetUtcNow();
            var token = Signed(Claims(partner.Path, scope), settings.Issuer, audience, (await keys.Current(ct)).Signing(now), now, now + TokenSettings.Lifetime);
            audit.LogInformation("token for {Audience} given to {Partner} for {Scope}", audience, partner.Path, scope);
            return Results.Json(new Answer(token, "Bearer", (int)TokenSettings.Lifetime.TotalSeconds, scope));
        }
        catch (OAuthError refusal)
        {
            audit.LogWarning("token refused: {Reason}", refusal.Message);
            return refusal.Answer(http);
        }
    }

    private static async Task<(Partner Partner, Credential Credential)> Proven(TokenRequest request, EventStream<Partner, PartnerEvent> partners, Secrets secrets, Assertions assertions, CancellationToken ct)
    {
        var subject = request.Assertion is { } shown ? Assertions.Subject(shown) : request.ClientId;
        if (subject is null || (request.ClientId ?? subject) != subject) throw OAuthError.InvalidClient();
        var partner = (await partners.Load(Partner.IdOf(subject), ct)).State;
        var credential = request.Assertion is { } assertion
            ? await assertions.Proven(assertion, partner, ct)
            : partner.Credentials.FirstOrDefault(known => known is { IsLive: true, SecretHash: { } hash } && secrets.Matches(request.Secret!, hash));
        return (partner, credential ?? throw OAuthError.InvalidClient());
    }

    private static Dictionary<string, object> Claims(string client, string scope) => new() { ["sub"] = client, ["client_id"] = client, ["scope"] = scope, ["jti"] = $"{Guid.CreateVersion7()}" };

    internal static string Signed(Dictionary<string, object> claims, string issuer, string audience, SigningKey key, DateTimeOffset now, DateTimeOffset until) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            Expires = until.UtcDateTime,
            Claims = claims,
            SigningCredentials = new(key.Key, SecurityAlgorithms.EcdsaSha256),
        });
}
