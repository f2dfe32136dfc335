using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>What a resident sees of a launched campaign: where to go, or which team comes home.</summary>
public static class ReadPlaces
{
    public sealed record Answer(Guid Id, long Version, long Position, string Name, DateOnly StartsOn, DateOnly LastDay, IReadOnlyList<AtPoint> Points, IReadOnlyList<AtHome> Teams) : IPositioned;

    public sealed record AtPoint(Guid Id, string Name, string Location, int Capacity, string OpeningHours);

    public sealed record AtHome(Guid Id, string Name, string ResidentialGroup, int Capacity);

    public static async Task<Ok<Answer>> Handle(Guid id, EventStream<Campaign, CampaignEvent> campaigns, CancellationToken ct) =>
        await campaigns.View<CampaignRow>(id, ct) is { Data.Status: CampaignStatus.Launched } row ? TypedResults.Ok(Show(row)) : throw new Refused(Problem.NotFound);

    private static Answer Show(Row<CampaignRow> row) => new(
        row.Id, row.Version, row.Position, row.Data.Name, row.Data.StartsOn, row.Data.LastDay,
        [.. row.Data.Points.Select(point => new AtPoint(point.Id, point.Name, point.Location, point.Capacity, point.OpeningHours))],
        [.. row.Data.Teams.Select(team => new AtHome(team.Id, team.Name, team.ResidentialGroup, team.HomeVisitCapacity))]);
}
