using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>A campaign with its teams and points, now or as it was at a time, and who did what to it when.</summary>
public static class ReadCampaign
{
    /// <summary>A campaign's row, and how fresh it is.</summary>
    public sealed record Answer : CampaignRow, IPositioned
    {
        public Answer(Row<CampaignRow> row) : base(row.Data) => (Id, Version, Position) = (row.Id, row.Version, row.Position);

        public Guid Id { get; }

        public long Version { get; }

        public long Position { get; }
    }

    public static async Task<Ok<Answer>> Handle(Guid id, [SensibleTime] DateTimeOffset? asOf, Caller by, EventStream<Campaign, CampaignEvent> campaigns, CancellationToken ct) =>
        TypedResults.Ok(new Answer(Seen(await campaigns.View<CampaignRow>(id, ct, asOf), by)));

    public static async Task<Ok<IReadOnlyList<HistoryEntry>>> History(Guid id, Caller by, ReadModel<CampaignRow> campaigns, StreamLog log, CancellationToken ct)
    {
        Seen(await campaigns.Find(id, ct), by);
        return TypedResults.Ok(await log.History(id, ct));
    }

    /// <exception cref="Refused">There is no such campaign, or it does not concern the caller.</exception>
    internal static Row<CampaignRow> Seen(Row<CampaignRow>? row, Caller by) =>
        row is null ? throw new Refused(Problem.NotFound) : Concern.Of(by, row.Data.Organisation, row.Data.Teams) ? row : throw Refused.Foreign;
}
