using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecosystem.ServiceDefaults;

/// <summary>Whose tokens are taken: ECOSYSTEM_ISSUER, one OpenID Connect issuer or several with commas between them.</summary>
internal sealed record Issuers(IReadOnlyList<Uri> All)
{
    /// <summary>The scheme for tokens that nobody known has issued.</summary>
    public const string Unknown = "unknown issuer";

    private const string Bearer = "Bearer ";

    public static Issuers From(IConfiguration configuration, IHostEnvironment environment)
    {
        var given = configuration["ECOSYSTEM_ISSUER"] is { Length: > 0 } said ? said : throw new InvalidOperationException("ECOSYSTEM_ISSUER is not set: the address of the OpenID Connect issuer, or several with commas between them.");
        var all = given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(issuer => new Uri(issuer)).ToList();
        if (environment.IsProduction() && all.Any(issuer => issuer.Scheme != Uri.UriSchemeHttps))
            throw new InvalidOperationException("ECOSYSTEM_ISSUER must be https addresses in Production.");
        return new(all);
    }

    /// <summary>The scheme that checks this request's token: its issuer's, as the token itself says. Whether that is true the scheme finds out.</summary>
    public string Scheme(HttpContext http, KnownTokens known)
    {
        if (All.Count == 1)
            return All[0].OriginalString;
        var header = http.Request.Headers.Authorization.ToString().AsSpan();
        var said = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && header[Bearer.Length..].Trim() is var token ? known.IssuerOf(token) ?? Said(token) : null;
        return All.FirstOrDefault(issuer => issuer.OriginalString == said)?.OriginalString ?? Unknown;
    }

    private static string? Said(ReadOnlySpan<char> token)
    {
        try
        {
            return new JsonWebToken(token.ToString()).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
