using System.Collections.Immutable;
using System.ComponentModel;
using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

/// <summary>What a campaign has reached, counted from the facts of all its streams, not reported by anyone.</summary>
public sealed record ProgressRow(
    [Description("Number of teams.")] int Teams, [Description("Number of points.")] int Points, int Placed, int Waiting, int SkillRose,
    ImmutableSortedDictionary<VisitOutcome, int> Visits, ImmutableSortedDictionary<string, int> PlatformsInstalled)
{
    public static readonly ProgressRow Empty = new(0, 0, 0, 0, 0, ImmutableSortedDictionary<VisitOutcome, int>.Empty, ImmutableSortedDictionary<string, int>.Empty);

    public static IEnumerable<Change<ProgressRow>> On(Recorded recorded) => recorded.Data switch
    {
        CampaignOpened => [new(recorded.StreamId, _ => Empty)],
        TeamFormed => [new(recorded.StreamId, row => row! with { Teams = row.Teams + 1 })],
        PointOpened => [new(recorded.StreamId, row => row! with { Points = row.Points + 1 })],
        QueueEvent e => [new(e.Where.Campaign, row => row!.After(e))],
        HouseholdVisited e => [new(e.Campaign, row => row!.After(e))],
        _ => [],
    };

    private ProgressRow After(QueueEvent happened) => happened switch
    {
        PlaceGiven e => this with { Placed = Placed + 1, Waiting = Waiting - (e.HadWaited ? 1 : 0) },
        PutOnWaitingList => this with { Waiting = Waiting + 1 },
        PlaceWithdrawn => this with { Placed = Placed - 1, Waiting = Waiting + 1 },
        EnrollmentCancelled { HadPlace: true } => this with { Placed = Placed - 1 },
        EnrollmentCancelled => this with { Waiting = Waiting - 1 },
        _ => this,
    };

    private ProgressRow After(HouseholdVisited visit) => this with
    {
        Visits = OneMore(Visits, visit.Outcome),
        PlatformsInstalled = visit.Platforms.Aggregate(PlatformsInstalled, OneMore),
        SkillRose = SkillRose + (visit.SkillAfter > visit.SkillBefore ? 1 : 0),
    };

    private static ImmutableSortedDictionary<TKey, int> OneMore<TKey>(ImmutableSortedDictionary<TKey, int> counts, TKey key) where TKey : notnull =>
        counts.SetItem(key, counts.GetValueOrDefault(key) + 1);
}
