using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

public enum UnitType { Municipality, Province, Ward, Commune, SpecialZone }

public abstract record UnitEvent;

/// <param name="Code">Two digits for a province, five for a commune: text, for leading zeros count.</param>
/// <param name="Province">Null for a province itself.</param>
[Stored("unit_registered")]
public sealed record UnitRegistered(string Code, string Name, UnitType Type, string? Province, DateOnly ValidFrom, DateTimeOffset At) : UnitEvent;

/// <summary>From a day on the unit has another name or type, e.g. a commune that became a ward; its code stays.</summary>
[Stored("unit_renamed")]
public sealed record UnitRenamed(string Name, UnitType Type, DateOnly ValidFrom, DateTimeOffset At) : UnitEvent;

/// <summary>What the rules need to remember: the newest name. Null: there is no such unit yet.</summary>
public sealed record AdministrativeUnit(UnitName? Name)
{
    public static Guid IdOf(string code) => NamedId.Of($"unit:{code}");

    public static AdministrativeUnit New(Guid id) => new((UnitName?)null);

    public static AdministrativeUnit Evolve(AdministrativeUnit unit, UnitEvent happened) => happened switch
    {
        UnitRegistered e => new(new UnitName(e.Name, e.Type, e.ValidFrom)),
        UnitRenamed e => new(new UnitName(e.Name, e.Type, e.ValidFrom)),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}

/// <summary>How a unit is called from a day on.</summary>
public sealed record UnitName(string Name, UnitType Type, DateOnly ValidFrom)
{
    /// <summary>The type before the name, as the unit is called in writing, e.g. Phường Cửa Nam.</summary>
    public string Full => $"{TypeWord} {Name}";

    private string TypeWord => Type switch
    {
        UnitType.Municipality => "Thành phố",
        UnitType.Province => "Tỉnh",
        UnitType.Ward => "Phường",
        UnitType.Commune => "Xã",
        UnitType.SpecialZone => "Đặc khu",
        _ => throw new UnreachableException($"{Type} has no word yet."),
    };
}
