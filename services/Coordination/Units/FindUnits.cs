using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>Units by name, with or without accents; without a name, all or those of a province by code.</summary>
public static class FindUnits
{
    public static async Task<Ok<Page<Unit>>> Handle(
        [Text(1, 100)] string? q, [UnitCode, Description("Only units of this province: two digits.")] string? province, [AsParameters] PageRequest page, ReadModel<Named<Unit>> units, CancellationToken ct) =>
        TypedResults.Ok(await NamedList.Of(units, "($1 = '' or data->'shown'->>'province' = $1)", [province ?? ""], q, page, ct));
}

public static class ReadUnit
{
    public static async Task<Ok<Unit>> Handle([UnitCode] string code, ReadModel<Named<Unit>> units, CancellationToken ct) =>
        await units.Find(AdministrativeUnit.IdOf(code), ct) is { } unit ? TypedResults.Ok(unit.Data.Shown) : throw new Refused(Problem.NotFound);
}
