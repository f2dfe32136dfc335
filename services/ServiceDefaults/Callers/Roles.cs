using System.Collections.Immutable;

namespace Ecosystem.ServiceDefaults;

/// <summary>What a role may do. Roles come from the issuer; this table is the only place that gives them a meaning.</summary>
public static class Roles
{
    public static readonly ImmutableHashSet<string> OfCitizens = ["feedback.submit", "feedback.read", "campaigns.enroll", "inbox.read"];

    private static readonly ImmutableHashSet<string> Officer =
        ["organisations.read", "directives.handle", "feedback.handle", "feedback.read", "campaigns.read", "campaigns.visit", "inbox.read"];

    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Table = new Dictionary<string, ImmutableHashSet<string>>
    {
        ["officer"] = Officer,
        ["leader"] = Officer.Union(["directives.issue", "campaigns.manage"]),
        ["operator"] = ["operations", "organisations.manage", "organisations.read"],
    }.ToImmutableDictionary();

    /// <summary>The scopes of all these roles together; a role that is not in the table gives none.</summary>
    public static ImmutableHashSet<string> Scopes(IEnumerable<string> roles) =>
        [.. roles.SelectMany(role => Table.GetValueOrDefault(role, []))];
}
