using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Organisations;

public abstract record OrganisationEvent;

/// <summary>Coordination said that an organisation exists, or that it is called otherwise now.</summary>
[Stored("organisation_remembered")]
public sealed record OrganisationRemembered(string Code, string Name, string Kind, string? Commune, string Province) : OrganisationEvent;

/// <summary>An organisation as this service last heard of it; null until then.</summary>
public sealed record Organisation(OrganisationRemembered? LastHeard)
{
    public static Organisation New(Guid id) => new(LastHeard: null);

    public static Organisation Evolve(Organisation organisation, OrganisationEvent happened) => happened switch
    {
        OrganisationRemembered e => new(e),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
