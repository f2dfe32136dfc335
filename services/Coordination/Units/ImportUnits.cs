using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>
/// Takes over the official list of units and derives the organisations of the configured provinces. Every unit is a
/// stream of its own: an import that breaks off is simply sent again, and the same list changes nothing.
/// </summary>
public static class ImportUnits
{
    public sealed record Counts(int Provinces, int Communes, int Organisations, int Added, int Renamed, int Unchanged);

    public static UnitEvent[] Decide(UnitLine line, DateOnly validFrom, AdministrativeUnit unit, DateTimeOffset now) => unit.Name switch
    {
        null => [new UnitRegistered(line.Code, line.Name, line.Type!.Value, line.IsProvince ? null : line.Province, validFrom, now)],
        var known when known.Name == line.Name && known.Type == line.Type => [],
        var known when known.ValidFrom >= validFrom => [],   // an older list tells nothing new
        _ => [new UnitRenamed(line.Name, line.Type!.Value, validFrom, now)],
    };

    public static async Task<Results<Ok<Counts>, InvalidFields>> Handle(
        [SensibleTime, Description("First day on which the list holds.")] DateOnly validFrom, UnitsFile file, ReadModel<Named<Unit>> units, UnitStorage storage, CancellationToken ct)
    {
        if (file.Errors.Count == 0) file = file.Against(await KnownProvinces(units, ct));
        if (file.Errors.Count > 0) return new InvalidFields(file.Errors);
        return TypedResults.Ok(await storage.Store(file.Lines, validFrom, ct));
    }

    private static async Task<Dictionary<string, string>> KnownProvinces(ReadModel<Named<Unit>> units, CancellationToken ct) =>
        (await units.Query("", [], ct)).ToDictionary(row => row.Data.Code, row => row.Data.Shown.Province ?? "");
}
