using System.ComponentModel;
using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>What a resident of a commune can enroll in today, newest first.</summary>
public static class ListOpenCampaigns
{
    public sealed record Item(Guid Id, string Organisation, string Name, DateOnly StartsOn, DateOnly LastDay, int Points, int Teams);

    private const string Open = "split_part(data->>'organisation', '.', 2) = $1 and data->>'status' = 'Launched' and data->>'lastDay' >= $2";

    public static async Task<Ok<Page<Item>>> Handle(
        [UnitCode, Description("The commune, five digits.")] string unit, [AsParameters] PageRequest page, ReadModel<CampaignRow> campaigns, TimeProvider clock, CancellationToken ct)
    {
        var today = LocalDay.Of(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rows = await campaigns.List(Open, [unit, today], page, ct);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(Show)], rows.Next));
    }

    private static Item Show(Row<CampaignRow> row) =>
        new(row.Id, row.Data.Organisation, row.Data.Name, row.Data.StartsOn, row.Data.LastDay, row.Data.Points.Count, row.Data.Teams.Count);
}
