using System.Security.Claims;
using Ecosystem.Gateway.Partners;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Gateway.Tokens;

/// <summary>A citizen as an issuer that we trust has recognised it.</summary>
/// <param name="Until">When the issuer's own token is over.</param>
public sealed record Subject(Citizen Citizen, DateTimeOffset Until);

/// <summary>Checks a citizen's token with the keys of the issuer that made it, as a call with it would be; only that it may be meant for the partner, too.</summary>
public sealed class SubjectTokens(IOptionsMonitor<JwtBearerOptions> issuers, TokenClaims claims, TokenSettings settings)
{
    /// <param name="audience">Of the ecosystem or of its sandbox.</param>
    /// <exception cref="OAuthError">It proves nothing, or speaks of somebody who is not a citizen.</exception>
    public async Task<Subject> Read(string token, Partner partner, string audience)
    {
        if (Issuer(token) is not { } issuer || !settings.Trusted.Contains(issuer)) throw OAuthError.InvalidSubject();
        var known = issuers.Get(issuer);
        var expected = known.TokenValidationParameters.Clone();
        expected.ValidAudience = audience;
        expected.ValidAudiences = [settings.Issuer, partner.Path];
        expected.ConfigurationManager = known.ConfigurationManager as BaseConfigurationManager;
        var read = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, expected);
        return read.IsValid && claims.Caller(new ClaimsPrincipal(read.ClaimsIdentity)) is Citizen citizen
            ? new(citizen, new(read.SecurityToken.ValidTo, TimeSpan.Zero))
            : throw OAuthError.InvalidSubject();
    }

    private static string? Issuer(string token)
    {
        try
        {
            return new JsonWebToken(token).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
