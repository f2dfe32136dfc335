using System.ComponentModel;
using System.Diagnostics;

namespace Ecosystem.Coordination;

/// <summary>An organisation as readers see it.</summary>
/// <param name="Kind">UBND, MTTQ, CD, ND, PN, TN or CCB.</param>
/// <param name="ValidFrom">Since when it has this name.</param>
public sealed record RegisteredOrganisation(
    [Description("The organisation's code, e.g. 01.00082.MTTQ.")] string Code, string Name, string Kind, string UnitName,
    [Description("Code of the commune; null at province level.")] string? Commune, string Province, string? Parent, DateOnly ValidFrom)
{
    public static Named<RegisteredOrganisation>? Fold(Named<RegisteredOrganisation>? row, Guid id, OrganisationEvent happened) => Indexed(happened switch
    {
        OrganisationRegistered e => new(e.Code, e.Name, e.Kind, e.UnitName, e.Commune, e.Province, e.Parent, e.ValidFrom),
        OrganisationRenamed e => row!.Shown with { Name = e.Name, UnitName = e.UnitName, ValidFrom = e.ValidFrom },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    });

    private static Named<RegisteredOrganisation> Indexed(RegisteredOrganisation shown) =>
        Named<RegisteredOrganisation>.Of(shown.Code, shown, [shown.UnitName, shown.Name]);
}
