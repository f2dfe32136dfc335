using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Organisations;

/// <summary>Organisations that can be in charge of a report.</summary>
public sealed record OrganisationRow(string Code, string Name, string Kind, string? Commune, string Province)
{
    public static OrganisationRow? Fold(OrganisationRow? row, Guid id, OrganisationEvent happened) => happened switch
    {
        OrganisationRemembered e => new(e.Code, e.Name, e.Kind, e.Commune, e.Province),
        _ => row,
    };

    /// <summary>Whether a unit of that code could take a report.</summary>
    public static async Task<bool> Exists(ReadModel<OrganisationRow> all, string code, CancellationToken ct) =>
        code == CoordinatingUnit.Of(code) || await all.Find(RememberOrganisation.IdOf(code), ct) is not null;
}
