using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace Ecosystem.Coordination;

/// <summary>A unit as readers see it, with the names that it had before: a name means nothing without its day.</summary>
public sealed record Unit(
    string Code, string Name, string FullName, UnitType Type, [Description("Code of the province that the unit lies in; null for a province itself.")] string? Province, DateOnly ValidFrom, ImmutableArray<FormerName> FormerNames)
{
    public static Named<Unit>? Fold(Named<Unit>? row, Guid id, UnitEvent happened) => Indexed(happened switch
    {
        UnitRegistered e => Of(e.Code, new(e.Name, e.Type, e.ValidFrom), e.Province, []),
        UnitRenamed e => Renamed(row!.Shown, new(e.Name, e.Type, e.ValidFrom)),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    });

    private static Unit Renamed(Unit unit, UnitName name) =>
        Of(unit.Code, name, unit.Province, unit.FormerNames.Add(new(unit.FullName, unit.ValidFrom, name.ValidFrom)));

    private static Unit Of(string code, UnitName name, string? province, ImmutableArray<FormerName> former) =>
        new(code, name.Name, name.Full, name.Type, province, name.ValidFrom, former);

    private static Named<Unit> Indexed(Unit unit) =>
        Named<Unit>.Of(unit.Code, unit, [unit.Name, unit.FullName, .. unit.FormerNames.Select(former => former.FullName)]);
}

/// <param name="ValidTo">The first day on which it was no longer so called.</param>
public sealed record FormerName(string FullName, DateOnly ValidFrom, DateOnly ValidTo);
