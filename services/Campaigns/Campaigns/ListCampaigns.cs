using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>The campaigns of one organisation, newest first: an official's own unless another is named.</summary>
public static class ListCampaigns
{
    public sealed record Item(Guid Id, string Organisation, string Name, CampaignStatus Status, DateOnly StartsOn, DateOnly LastDay, [Description("Number of teams.")] int Teams, [Description("Number of points.")] int Points);

    public static async Task<Ok<Page<Item>>> Handle(
        [OrganisationCodeFormat, Description("Whose campaigns: an organisation's code; left out: an official's own, a system's all.")] string? organisation, [AsParameters] PageRequest page, Caller by, ReadModel<CampaignRow> campaigns, CancellationToken ct)
    {
        var rows = Whose(organisation, by) is { } owner
            ? await campaigns.List("data->>'organisation' = $1", [owner], page, ct)
            : await campaigns.List("true", [], page, ct);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(Show)], rows.Next));
    }

    private static string? Whose(string? asked, Caller by) => by switch
    {
        SystemClient => asked,
        Official official when asked is null || Concern.Of(official, asked) => asked ?? official.Organisation,
        _ => throw new Refused(CallerProblems.Forbidden),
    };

    private static Item Show(Row<CampaignRow> row) =>
        new(row.Id, row.Data.Organisation, row.Data.Name, row.Data.Status, row.Data.StartsOn, row.Data.LastDay, row.Data.Teams.Count, row.Data.Points.Count);
}
