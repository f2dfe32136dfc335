using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.ServiceDefaults;

/// <summary>Reads the kind of caller from a token: an organisation makes an official, a client that is its own subject a system, anything else is a citizen.</summary>
public sealed class TokenClaims(ClaimSettings settings)
{
    private readonly ClaimNames names = settings.Names;
    private readonly ConditionalWeakTable<SecurityToken, Caller> known = [];

    /// <summary>As <see cref="Caller(ClaimsPrincipal)"/>, read once for as long as <see cref="KnownTokens"/> remembers the token.</summary>
    public Caller? Caller(SecurityToken token, ClaimsPrincipal claims)
    {
        if (known.TryGetValue(token, out var caller) || (caller = Caller(claims)) is null)
            return caller;
        known.AddOrUpdate(token, caller);
        return caller;
    }

    /// <summary>Null when the token names nobody that a stored fact could name: no subject, a very long one, an impossible organisation.</summary>
    public Caller? Caller(ClaimsPrincipal token)
    {
        var id = token.FindFirstValue("sub");
        if (id is not { Length: > 0 and <= 255 } || !id.All(char.IsAscii) || id.Any(char.IsControl))
            return null;
        if (token.FindFirstValue(names.Organisation) is { } organisation)
            return Official(id, Mapped(settings.Organisations, organisation), token);
        var client = token.FindFirstValue(names.Client);
        if (client == id)
            return new SystemClient(id, [.. (token.FindFirstValue(names.Scope) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        // RFC 9068 has client_id in every token: only one that says how a person was recognised is a person's.
        var level = token.FindFirstValue(names.Level);
        return client is not null && level is null ? null : new Citizen(id, Level(level)) { Scopes = ScopesOfCitizen(token) };
    }

    /// <summary>Where somebody else acts for the citizen (RFC 8693), only what was asked for.</summary>
    private ImmutableHashSet<string> ScopesOfCitizen(ClaimsPrincipal token) => token.FindFirst("act") is null ? Roles.OfCitizens
        : Roles.OfCitizens.Intersect((token.FindFirstValue(names.Scope) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private Official? Official(string id, string? organisation, ClaimsPrincipal token) => OrganisationCode.IsValid(organisation)
        ? new Official(id, organisation!, [.. token.FindAll(names.Roles).Select(role => Mapped(settings.Roles, role.Value)).OfType<string>()])
        {
            HasSecondFactor = token.FindAll(names.Methods).Any(method => settings.SecondFactors.Contains(method.Value)),
            Categories = token.HasClaim(claim => claim.Type == names.Categories) ? [.. token.FindAll(names.Categories).Select(category => category.Value)] : null,
        }
        : null;

    private int Level(string? said) => int.TryParse(said is null ? null : Mapped(settings.Levels, said), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 1;

    private static string? Mapped(ImmutableDictionary<string, string>? ours, string theirs) => ours is null ? theirs : ours.GetValueOrDefault(theirs);
}
