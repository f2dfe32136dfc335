using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.DevIssuer;

/// <summary>Gives a token to whoever asks, also a wrong or an expired one: the tests need those as well.</summary>
public static class IssueToken
{
    private static readonly string[] Strong = ["pwd", "mfa"];

    public sealed record Request(
        string Kind,
        string Subject,
        string? Organisation = null,
        string[]? Roles = null,
        string[]? Scopes = null,
        string Assurance = "2",
        string[]? Methods = null,
        string Alg = "RS256",
        int LifetimeSeconds = 3600,
        string Audience = "ecosystem",
        string[]? FeedUnits = null,
        string[]? Categories = null);

    public sealed record Answer(string Token);

    public static Answer Handle(Request request, HttpRequest http, SigningKeys keys, TimeProvider clock)
    {
        var expires = clock.GetUtcNow().UtcDateTime.AddSeconds(request.LifetimeSeconds);
        return new Answer(new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = Discovery.Issuer(http),
            Audience = request.Audience,
            IssuedAt = expires.AddSeconds(-Math.Abs(request.LifetimeSeconds)),
            Expires = expires,
            Claims = Claims(request).ToDictionary(),
            SigningCredentials = keys.For(request.Alg),
        }));
    }

    private static IEnumerable<KeyValuePair<string, object>> Claims(Request request) =>
    [
        new(JwtRegisteredClaimNames.Sub, request.Subject),
        .. request.FeedUnits is { } units ? new KeyValuePair<string, object>[] { new("feed_units", units) } : [],
        .. request.Categories is { } categories ? new KeyValuePair<string, object>[] { new("categories", categories) } : [],
        .. request.Kind switch
        {
            "citizen" => new KeyValuePair<string, object>[] { new(JwtRegisteredClaimNames.Acr, request.Assurance) },
            "official" => [new("organisation", request.Organisation ?? ""), new("roles", request.Roles ?? []), new(JwtRegisteredClaimNames.Amr, request.Methods ?? Strong)],
            "system" => [new("client_id", request.Subject), new("scope", string.Join(' ', request.Scopes ?? []))],
            var other => throw new BadHttpRequestException($"'{other}' is none of citizen, official, system."),
        },
    ];
}
