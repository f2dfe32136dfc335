using Ecosystem.ServiceDefaults;

namespace Ecosystem.Coordination;

/// <summary>Every unit of the ecosystem's provinces has its seven organisations: they follow from the list of units.</summary>
public static class RegisterOrganisations
{
    /// <summary>An organisation as it follows from a unit.</summary>
    public sealed record Derived(string Code, string Name, string Kind, string UnitName, string? Commune, string Province);

    public static IEnumerable<Derived> Of(UnitLine line)
    {
        var unit = new UnitName(line.Name, line.Type!.Value, default);
        var (province, commune) = line.IsProvince ? (line.Code, null) : (line.Province, line.Code);
        return OrganisationKind.All.Select(kind => new Derived(
            commune is null ? $"{province}.{kind.Code}" : $"{province}.{commune}.{kind.Code}", kind.NameFor(unit, line.IsProvince), kind.Code, line.Name, commune, province));
    }

    public static OrganisationEvent[] Decide(Derived derived, DateOnly validFrom, Organisation organisation, DateTimeOffset now) => organisation switch
    {
        { Name: null } => [new OrganisationRegistered(
            derived.Code, derived.Name, derived.Kind, derived.UnitName, derived.Commune, derived.Province, OrganisationCode.Parent(derived.Code), validFrom, now)],
        { Name: var known } when known == derived.Name || organisation.ValidFrom >= validFrom => [],
        _ => [new OrganisationRenamed(derived.Name, derived.UnitName, validFrom, now)],
    };
}
