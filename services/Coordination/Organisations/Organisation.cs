using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

public abstract record OrganisationEvent;

/// <param name="Code">The path, e.g. 01.00082.MTTQ.</param>
/// <param name="UnitName">Without the type word: by this the organisation is looked for.</param>
/// <param name="Commune">Null at province level.</param>
/// <param name="Parent">Null at the top.</param>
[Stored("organisation_registered")]
public sealed record OrganisationRegistered(
    string Code, string Name, string Kind, string UnitName, string? Commune, string Province, string? Parent, DateOnly ValidFrom, DateTimeOffset At) : OrganisationEvent;

/// <summary>Its unit has another name or type from a day on.</summary>
[Stored("organisation_renamed")]
public sealed record OrganisationRenamed(string Name, string UnitName, DateOnly ValidFrom, DateTimeOffset At) : OrganisationEvent;

/// <summary>What the rules need to remember. Name null: there is no such organisation yet.</summary>
public sealed record Organisation(string? Name, DateOnly ValidFrom)
{
    public static Guid IdOf(string code) => NamedId.Of($"organisation:{code}");

    public static Organisation New(Guid id) => new(null, default);

    public static Organisation Evolve(Organisation organisation, OrganisationEvent happened) => happened switch
    {
        OrganisationRegistered e => new(e.Name, e.ValidFrom),
        OrganisationRenamed e => new(e.Name, e.ValidFrom),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
