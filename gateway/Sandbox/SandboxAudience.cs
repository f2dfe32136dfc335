using Ecosystem.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecosystem.Gateway.Sandbox;

/// <summary>What tells the sandbox's tokens from live ones: their audience, of which the services of either side take their own alone.</summary>
/// <param name="configuration">ECOSYSTEM_AUDIENCE, the audience of live tokens.</param>
public sealed class SandboxAudience(IConfiguration configuration)
{
    private const string Bearer = "Bearer ";

    public string Name { get; } = Of(configuration["ECOSYSTEM_AUDIENCE"] ?? "ecosystem");

    public static string Of(string live) => $"{live}-sandbox";

    /// <summary>Also by a token that is no longer valid: what was meant for the sandbox must not reach a live service as an anonymous request.</summary>
    public bool IsShownBy(HttpContext http) => Caller.Of(http) is not null
        ? http.User.HasClaim("aud", Name)
        : http.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && IsSaidBy(header[Bearer.Length..].Trim());

    private bool IsSaidBy(string token)
    {
        try
        {
            return new JsonWebToken(token).Audiences.Contains(Name);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
