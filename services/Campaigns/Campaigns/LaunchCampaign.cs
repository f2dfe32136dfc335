using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>From here on residents can enroll and teams go out. It may be launched before its first day.</summary>
public static class LaunchCampaign
{
    public static CampaignEvent[] Decide(Campaign campaign, Official by, DateTimeOffset now) => campaign switch
    {
        { Status: CampaignStatus.Absent } => throw new Refused(Problem.NotFound),
        _ when !by.ActsFor(campaign.Organisation) => throw new Refused(CampaignsProblems.NotYourCampaign),
        { Status: CampaignStatus.Launched } => [],
        _ when campaign.IsOver(now) => throw new Refused(CampaignsProblems.CampaignOver),
        { Teams.IsEmpty: true, Points.IsEmpty: true } => throw new Refused(CampaignsProblems.NobodyToHelp),
        _ => [new CampaignLaunched(now, campaign.Organisation)],
    };

    public static async Task<Ok<Written>> Handle(Guid id, Official by, EventStream<Campaign, CampaignEvent> campaigns, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await campaigns.Append(id, campaign => Decide(campaign, by, clock.GetUtcNow()), ct)).Written);
}
