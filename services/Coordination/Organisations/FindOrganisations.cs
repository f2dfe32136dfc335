using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>Organisations by name, with or without accents, or those directly below another by code.</summary>
public static class FindOrganisations
{
    public static async Task<Ok<Page<RegisteredOrganisation>>> Handle(
        [OrganisationCodeFormat, Description("Only those directly below this organisation.")] string? parent, [Text(1, 100)] string? q, [AsParameters] PageRequest page, ReadModel<Named<RegisteredOrganisation>> organisations, CancellationToken ct) =>
        TypedResults.Ok(parent is null
            ? await NamedList.Of(organisations, "true", [], q, page, ct)
            : await NamedList.Of(organisations, "data->'shown'->>'parent' = $1", [parent], q, page, ct));
}

public static class ReadOrganisation
{
    public static async Task<Ok<RegisteredOrganisation>> Handle([OrganisationCodeFormat, Description("The organisation's code, e.g. 01.00082.MTTQ.")] string code, ReadModel<Named<RegisteredOrganisation>> organisations, CancellationToken ct) =>
        await organisations.Find(Organisation.IdOf(code), ct) is { } organisation ? TypedResults.Ok(organisation.Data.Shown) : throw new Refused(Problem.NotFound);
}
