using System.Globalization;
using System.Security.Claims;

namespace Ecosystem.ServiceDefaults;

/// <summary>Reads the kind of caller from a token: an organisation makes an official, a client id a system, anything else is a citizen.</summary>
internal static class TokenClaims
{
    /// <summary>Null when the token names nobody that a stored fact could name: no subject, a very long one, an impossible organisation.</summary>
    public static Caller? Caller(ClaimsPrincipal token)
    {
        var id = token.FindFirstValue("sub");
        if (id is not { Length: > 0 and <= 255 } || !id.All(char.IsAscii) || id.Any(char.IsControl))
            return null;
        if (token.FindFirstValue("organisation") is { } organisation)
            return OrganisationCode.IsValid(organisation) ? new Official(id, organisation, [.. token.FindAll("roles").Select(role => role.Value)]) : null;
        if (token.FindFirstValue("client_id") is { } client && client == id)
            return new SystemClient(id, [.. (token.FindFirstValue("scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        // RFC 9068 has client_id in every token: only one that says how a person was recognised is a person's.
        return token.HasClaim(claim => claim.Type == "client_id") && !token.HasClaim(claim => claim.Type == "acr") ? null
            : new Citizen(id, int.TryParse(token.FindFirstValue("acr"), CultureInfo.InvariantCulture, out var level) ? level : 1);
    }
}
