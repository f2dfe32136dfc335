using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>Forms the community digital team of one residential group; a second one for the group would leave nobody responsible.</summary>
public static class FormTeam
{
    public sealed record Command(
        [property: Text(1, 200)] string Name,
        [property: Text(1, 100)] string ResidentialGroup,
        [property: Text(1, 255)] string Leader,
        [property: Names(0, 20, 255)] IReadOnlyList<string> Members,
        [property: Range(1, 10_000)] int HomeVisitCapacity);

    public static CampaignEvent[] Decide(Command command, Guid team, Campaign campaign, Official by, DateTimeOffset now) => campaign switch
    {
        { Status: CampaignStatus.Absent } => throw new Refused(Problem.NotFound),
        _ when !by.ActsFor(campaign.Organisation) => throw new Refused(CampaignsProblems.NotYourCampaign),
        _ when campaign.IsOver(now) => throw new Refused(CampaignsProblems.CampaignOver),
        _ when HasTeam(campaign, command.ResidentialGroup.Trim()) => throw new Refused(CampaignsProblems.GroupHasTeam),
        { Teams.Count: >= 200 } => throw new Refused(CampaignsProblems.TooManyPlaces),
        _ => [new TeamFormed(new(team, command.Name.Trim(), command.ResidentialGroup.Trim(), command.Leader, [.. command.Members], command.HomeVisitCapacity), now)],
    };

    public static async Task<Created<Written>> Handle(Guid id, Command command, Official by, EventStream<Campaign, CampaignEvent> campaigns, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var team = cause.NewId();
        var formed = await campaigns.Append(id, campaign => Decide(command, team, campaign, by, clock.GetUtcNow()), ct);
        return TypedResults.Created($"/v1/campaigns/{id}", formed.Written with { Id = team });
    }

    private static bool HasTeam(Campaign campaign, string group) =>
        campaign.Teams.Values.Any(team => string.Equals(team.ResidentialGroup, group, StringComparison.OrdinalIgnoreCase));
}
