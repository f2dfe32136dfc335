using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.ServiceDefaults;

/// <summary>What the issuers call the things that we ask of a token. Where values are mapped, only mapped ones count: an issuer's own "operator" is not ours by chance.</summary>
/// <param name="Organisations">Theirs to ours; null: they use ours.</param>
/// <param name="SecondFactors">Methods (RFC 8176) any of which shows that more than a password was asked for.</param>
public sealed record ClaimSettings(
    ClaimNames Names,
    ImmutableDictionary<string, string>? Organisations,
    ImmutableDictionary<string, string>? Roles,
    ImmutableDictionary<string, string>? Levels,
    ImmutableHashSet<string> SecondFactors)
{
    public static ClaimSettings From(IConfiguration configuration)
    {
        var names = Pairs(configuration["ECOSYSTEM_CLAIM_NAMES"]) ?? ImmutableDictionary<string, string>.Empty;
        string Name(string ours, string usual) => names.GetValueOrDefault(ours, usual);
        return new(
            new(Name("organisation", "organisation"), Name("roles", "roles"), Name("level", "acr"), Name("methods", "amr"), Name("client", "client_id"), Name("scope", "scope"), Name("categories", "categories")),
            Pairs(configuration["ECOSYSTEM_CLAIM_ORGANISATIONS"]),
            Pairs(configuration["ECOSYSTEM_CLAIM_ROLES"]),
            Pairs(configuration["ECOSYSTEM_CLAIM_LEVELS"]),
            [.. (configuration["ECOSYSTEM_CLAIM_SECOND_FACTORS"] ?? "mfa").Split(',', StringSplitOptions.TrimEntries)]);
    }

    /// <summary>From "a=b,c=d"; null where nothing is said.</summary>
    private static ImmutableDictionary<string, string>? Pairs(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : text.Split(',', StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries)).ToImmutableDictionary(
            pair => pair[0], pair => pair is [_, { Length: > 0 } value] ? value : throw new InvalidOperationException($"ECOSYSTEM_CLAIM_...: '{pair[0]}' is mapped to nothing; pairs look like theirs=ours,theirs=ours."));
}

/// <summary>The names of claims in a token.</summary>
public sealed record ClaimNames(string Organisation, string Roles, string Level, string Methods, string Client, string Scope, string Categories);
