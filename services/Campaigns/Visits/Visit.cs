using System.Collections.Immutable;
using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

public enum VisitOutcome { Visited, Absent, Refused, Closed, Referred }

/// <summary>Urgent is danger to people; whatever else is as pressing as its category.</summary>
public enum ConcernUrgency { Normal, Urgent }

/// <summary>What the household wants put right: a code from a list and no words, so that nothing about a person goes along.</summary>
/// <param name="Category">Code of what is reported, from Feedback's `GET /v1/categories`.</param>
/// <param name="Urgency">urgent where people are in danger, else normal.</param>
public sealed record HouseholdConcern([property: Reference(60)] string Category, ConcernUrgency Urgency = ConcernUrgency.Normal);

public abstract record VisitEvent;

/// <param name="Household">Opaque reference, never a name or an address.</param>
/// <param name="Met">Who was met; only the household's key opens it.</param>
/// <param name="SkillBefore">0 (none) to 4 (helps others), see <see cref="RecordVisit"/>.</param>
/// <param name="VisitedAt">By the device's clock.</param>
/// <param name="Concern">What the household wants put right; null where it told of nothing.</param>
/// <param name="Organisation">Code of the campaign's organisation; null where it was not noted yet.</param>
[Stored("household_visited")]
public sealed record HouseholdVisited(
    Guid Campaign, Guid Team, string ResidentialGroup, string Household, VisitOutcome Outcome, Sealed? Met,
    ImmutableList<string> Platforms, int? SkillBefore, int? SkillAfter, DateTimeOffset VisitedAt, DateTimeOffset At,
    HouseholdConcern? Concern = null, string? Organisation = null) : VisitEvent;

/// <summary>A visit is told once and for all.</summary>
public sealed record Visit(Guid Id, bool IsRecorded)
{
    public static Visit New(Guid id) => new(id, IsRecorded: false);

    public static Visit Evolve(Visit visit, VisitEvent happened) => visit with { IsRecorded = true };

    /// <summary>Whose key seals what is about the household's people: references are unique within an organisation only.</summary>
    public static string SubjectOf(string organisation, string household) => $"household:{organisation}/{household}";
}

/// <summary>A visit as the campaign's organisation looks at it.</summary>
public sealed record VisitRow(HouseholdVisited Visit)
{
    public static VisitRow? Fold(VisitRow? row, Guid id, VisitEvent happened) => happened is HouseholdVisited e ? new(e) : row;
}
