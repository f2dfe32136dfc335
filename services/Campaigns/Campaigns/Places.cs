using System.Collections.Immutable;

namespace Ecosystem.Campaigns;

/// <summary>A figure that the campaign wants to reach.</summary>
public sealed record Target(string Indicator, decimal Value, string Unit);

/// <summary>A community digital team: responsible for one residential group, helps at home.</summary>
/// <param name="Leader">A subject identifier, never a name; so are the members.</param>
public sealed record Team(Guid Id, string Name, string ResidentialGroup, string Leader, ImmutableList<string> Members, int HomeVisitCapacity)
{
    public bool Has(string subject) => Leader == subject || Members.Contains(subject);
}

/// <summary>A mobile digital-literacy point.</summary>
public sealed record Point(Guid Id, string Name, string Location, int Capacity, string OpeningHours);

/// <summary>A point or a team, as far as a resident's enrollment is concerned.</summary>
public sealed record Place(Guid Id, string Name, int Capacity);
