using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

/// <summary>What other services may hear: which campaigns begin, who has a place and who waits, what households want put right. The group that somebody claims to belong to stays here.</summary>
public static class Announcements
{
    public static IEnumerable<object> Of(Recorded recorded) => recorded.Data switch
    {
        PlaceGiven e => [new Contracts.PlaceGiven(e.Enrollment, e.Where.Campaign, e.Where.CampaignName, e.Where.PlaceName, e.Resident, e.Where.Organisation)],
        CampaignLaunched e => [new Contracts.CampaignLaunched(recorded.StreamId, e.Organisation)],
        HouseholdVisited { Concern: { } concern, Organisation: { } organisation } e =>
            [new Contracts.HouseholdConcernRaised(recorded.StreamId, e.Campaign, organisation, concern.Category, concern.Urgency is ConcernUrgency.Urgent, e.VisitedAt)],
        PutOnWaitingList e => [Waiting(e.Enrollment, e.Where, e.Resident, e.Number)],
        PlaceWithdrawn e => [Waiting(e.Enrollment, e.Where, e.Resident, e.Number)],
        _ => [],
    };

    private static Contracts.PlaceOnWaitingList Waiting(Guid enrollment, Where where, string resident, int number) =>
        new(enrollment, where.Campaign, where.CampaignName, where.PlaceName, resident, number, where.Organisation);
}
