using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;

namespace Ecosystem.Feedback.Open311;

/// <summary>
/// Where a request belongs. The standard knows positions and addresses, we know communes, and there are no polygons: so a commune is
/// named by its code (attribute, address_id or jurisdiction_id) or by its name in the address; or it is the only one that there is.
/// </summary>
public static class Communes
{
    private static readonly string[] Prefixes = ["Ủy ban nhân dân ", "UBND "];

    /// <summary>The commune's own name, from that of its People's Committee.</summary>
    public static string? NameOf(string? committee) =>
        committee is null ? null : Prefixes.Where(prefix => committee.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(prefix => committee[prefix.Length..]).FirstOrDefault(committee);

    /// <summary>Those in which somebody would take a report.</summary>
    public static async Task<IReadOnlyList<OrganisationRow>> All(ReadModel<OrganisationRow> organisations, string? province, CancellationToken ct) =>
    [
        .. (await organisations.Query("where data->>'kind' = 'UBND' and data->>'commune' is not null and ($1 = '' or data->>'province' = $1) order by data->>'commune'", [province ?? ""], ct)).Select(row => row.Data),
    ];

    /// <summary>Null where it cannot be known.</summary>
    /// <param name="named">Codes that the caller gave, the most particular first.</param>
    public static string? Find(IReadOnlyList<OrganisationRow> all, IEnumerable<string?> named, string? address)
    {
        if (named.FirstOrDefault(code => code is { Length: 5 }) is { } given) return given;
        if (all is [var only]) return only.Commune;
        var inAddress = address is null ? [] : all.Where(commune => address.Contains(NameOf(commune.Name)!, StringComparison.OrdinalIgnoreCase)).ToList();
        return inAddress is [var found] ? found.Commune : null;
    }
}
