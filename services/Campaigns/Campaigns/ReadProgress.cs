using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>What was reached beside what was wanted, and on which of the campaign's days; nobody has to be asked for it.</summary>
public static class ReadProgress
{
    public sealed record Answer(Guid Id, string Name, int Day, int Days, DateOnly LastDay, ImmutableList<Target> Targets, ProgressRow Reached);

    public static async Task<Ok<Answer>> Handle(Guid id, Caller by, ReadModel<CampaignRow> campaigns, ReadModel<ProgressRow> progress, TimeProvider clock, CancellationToken ct)
    {
        var campaign = ReadCampaign.Seen(await campaigns.Find(id, ct), by).Data;
        var reached = (await progress.Find(id, ct))?.Data ?? ProgressRow.Empty;
        return TypedResults.Ok(new Answer(
            id, campaign.Name, campaign.DayOn(LocalDay.Of(clock.GetUtcNow())), campaign.Days, campaign.LastDay, campaign.Targets, reached));
    }
}
