using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>Opens a mobile digital-literacy point, where as many residents as it has places are helped.</summary>
public static class OpenPoint
{
    public sealed record Command(
        [property: Text(1, 200)] string Name,
        [property: Text(1, 500)] string Location,
        [property: Range(1, 10_000)] int Capacity,
        [property: Text(1, 200)] string OpeningHours);

    public static CampaignEvent[] Decide(Command command, Guid point, Campaign campaign, Official by, DateTimeOffset now) => campaign switch
    {
        { Status: CampaignStatus.Absent } => throw new Refused(Problem.NotFound),
        _ when !by.ActsFor(campaign.Organisation) => throw new Refused(CampaignsProblems.NotYourCampaign),
        _ when campaign.IsOver(now) => throw new Refused(CampaignsProblems.CampaignOver),
        { Points.Count: >= 200 } => throw new Refused(CampaignsProblems.TooManyPlaces),
        _ => [new PointOpened(new(point, command.Name.Trim(), command.Location.Trim(), command.Capacity, command.OpeningHours.Trim()), now)],
    };

    public static async Task<Created<Written>> Handle(Guid id, Command command, Official by, EventStream<Campaign, CampaignEvent> campaigns, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var point = cause.NewId();
        var opened = await campaigns.Append(id, campaign => Decide(command, point, campaign, by, clock.GetUtcNow()), ct);
        return TypedResults.Created($"/v1/campaigns/{id}", opened.Written with { Id = point });
    }
}
