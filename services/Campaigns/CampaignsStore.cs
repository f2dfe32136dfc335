using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

/// <summary>What this service keeps.</summary>
public static class CampaignsStore
{
    public static void Describe(StoreBuilder store) => store
        .Stream<Campaign, CampaignEvent>("campaign", Campaign.New, Campaign.Evolve)
            .View<CampaignRow>("campaign", CampaignRow.Fold)
        .Stream<Queue, QueueEvent>("queue", Queue.New, Queue.Evolve)
        .Stream<Visit, VisitEvent>("visit", Visit.New, Visit.Evolve)
            .View<VisitRow>("visit", VisitRow.Fold)
        .Projection<EnrollmentRow>("enrollments", EnrollmentRow.On)
        .Projection<ProgressRow>("campaign_progress", ProgressRow.On)
        .Announce(Announcements.Of);
}
