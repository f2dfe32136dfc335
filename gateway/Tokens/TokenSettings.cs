using Ecosystem.Gateway.Partners;
using Ecosystem.Gateway.Sandbox;

namespace Ecosystem.Gateway.Tokens;

/// <summary>The gateway as an issuer of tokens for partners, where the province has no other.</summary>
/// <param name="Issuer">The gateway's public address, without a slash at its end.</param>
/// <param name="Audience">Of live tokens.</param>
public sealed record TokenSettings(string Issuer, string Audience)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>How far the partners' clocks may be off.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>The other issuers of ECOSYSTEM_ISSUER: whose citizens' tokens may be exchanged.</summary>
    public IReadOnlyList<string> Trusted { get; init; } = [];

    /// <summary>Whom a token is for that this credential proves the right to.</summary>
    public string AudienceOf(Credential credential) => credential.Sandbox ? SandboxAudience.Of(Audience) : Audience;

    public string Endpoint => $"{Issuer}/oauth2/token";

    /// <summary>Null where ECOSYSTEM_GATEWAY_ISSUER is not set: then the gateway issues no tokens.</summary>
    public static TokenSettings? From(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["ECOSYSTEM_GATEWAY_ISSUER"] is not { Length: > 0 } address) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var issuer) || address.EndsWith('/') || (environment.IsProduction() && issuer.Scheme != Uri.UriSchemeHttps))
            throw new InvalidOperationException("ECOSYSTEM_GATEWAY_ISSUER must be the gateway's public address (https in Production), without a slash at its end.");
        var issuers = configuration["ECOSYSTEM_ISSUER"]?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (!issuers.Contains(address))
            throw new InvalidOperationException($"ECOSYSTEM_ISSUER must name {address} too, here and in every service: nobody would take the tokens that ECOSYSTEM_GATEWAY_ISSUER lets the gateway give.");
        return new(address, configuration["ECOSYSTEM_AUDIENCE"] ?? "ecosystem") { Trusted = [.. issuers.Where(issuer => issuer.Length > 0 && issuer != address)] };
    }
}
