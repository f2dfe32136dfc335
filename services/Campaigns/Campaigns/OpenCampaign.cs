using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>A commune's People's Committee or Front committee opens a campaign of so many days and nights; it belongs to the official's own organisation.</summary>
public static class OpenCampaign
{
    public sealed record Command(
        [property: Text(1, 200)] string Name,
        [property: SensibleTime] DateOnly StartsOn,
        [property: Range(1, 366)] int Days,
        [property: AtMost(20)] IReadOnlyList<NewTarget> Targets,
        [property: Names(1, 20, 60)] IReadOnlyList<string> Platforms);

    public sealed record NewTarget(
        [property: Text(1, 200)] string Indicator,
        [property: Range(0, 1_000_000_000_000)] decimal Value,
        [property: Text(1, 40)] string Unit);

    public static CampaignEvent[] Decide(Command command, Campaign campaign, Official by, DateTimeOffset now) => campaign switch
    {
        { Status: not CampaignStatus.Absent } => [],
        _ when by.Organisation.Split('.') is not [_, _, "UBND" or "MTTQ"] => throw new Refused(CampaignsProblems.NotAnOpener),
        _ when command.StartsOn.AddDays(command.Days - 1) < LocalDay.Of(now) => throw new Refused(CampaignsProblems.OverBeforeItOpens),
        _ => [new CampaignOpened(by.Organisation, command.Name.Trim(), command.StartsOn, command.Days, Targets(command), [.. command.Platforms], now)],
    };

    public static async Task<Created<Written>> Handle(Command command, Official by, EventStream<Campaign, CampaignEvent> campaigns, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var opened = await campaigns.Create(cause.NewId(), campaign => Decide(command, campaign, by, clock.GetUtcNow()), ct);
        return TypedResults.Created($"/v1/campaigns/{opened.Id}", opened.Written);
    }

    private static ImmutableList<Target> Targets(Command command) =>
        [.. command.Targets.Select(target => new Target(target.Indicator.Trim(), target.Value, target.Unit.Trim()))];
}
