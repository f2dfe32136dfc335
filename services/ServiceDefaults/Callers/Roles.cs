using System.Collections.Immutable;

namespace Ecosystem.ServiceDefaults;

/// <summary>What a role may do. Roles come from the issuer; this table is the only place that gives them a meaning.</summary>
public static class Roles
{
    /// <summary>Who chairs an organisation: what no level below has settled comes to the chair's own inbox.</summary>
    public const string Chair = "chair";

    public static readonly ImmutableHashSet<string> OfCitizens = ["feedback.submit", "feedback.read", "campaigns.enroll", "inbox.read"];

    /// <summary>What changes the ecosystem itself, and with it what others may do.</summary>
    public static readonly ImmutableHashSet<string> OfOperators = ["operations", "organisations.manage", "partners.manage"];

    /// <summary>What shows everybody's doings.</summary>
    public static readonly ImmutableHashSet<string> OfAuditors = ["audit.read"];

    private static readonly ImmutableHashSet<string> OfSystemsAlone = ["feed.read", "webhooks.manage", "feedback.sense", "tokens.exchange"];

    private static readonly ImmutableHashSet<string> Officer =
        ["organisations.read", "directives.handle", "feedback.handle", "feedback.read", "campaigns.read", "campaigns.residents", "campaigns.visit", "inbox.read"];

    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Table = new Dictionary<string, ImmutableHashSet<string>>
    {
        ["officer"] = Officer,
        ["leader"] = Officer.Union(["directives.issue", "campaigns.manage", "feedback.analyse"]),
        [Chair] = Officer.Union(["directives.issue", "campaigns.manage", "feedback.analyse"]),
        ["coordinator"] = Officer.Union(["feedback.coordinate", "feedback.analyse", "feedback.intake", "guidance.edit"]),
        ["hotline"] = ["feedback.intake", "feedback.read"],
        ["editor"] = ["guidance.edit", "feedback.read"],
        ["operator"] = [.. OfOperators, "organisations.read"],
        ["auditor"] = [.. OfAuditors, "calls.read"],
    }.ToImmutableDictionary();

    /// <summary>What another system may be given: all that is anybody's but the operators' and auditors'.</summary>
    public static readonly ImmutableHashSet<string> OfPartners = Table.Values.Aggregate(OfCitizens.Union(OfSystemsAlone), (all, scopes) => all.Union(scopes)).Except(OfOperators).Except(OfAuditors);

    /// <summary>The scopes of all these roles together; a role that is not in the table gives none.</summary>
    public static ImmutableHashSet<string> Scopes(IEnumerable<string> roles) =>
        [.. roles.SelectMany(role => Table.GetValueOrDefault(role, []))];
}
