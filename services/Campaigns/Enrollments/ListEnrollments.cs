using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>Who comes to a campaign's places, or to one of them, oldest first; for those whom the campaign concerns.</summary>
public static class ListEnrollments
{
    public sealed record Item(Guid Id, Guid Place, string Resident, PriorityGroup PriorityGroup, int Arrival, [Description("placed: has a place; waiting: is on the waiting list; cancelled: gave it up.")] EnrollmentStatus Status, DateTimeOffset EnrolledAt);

    public static async Task<Ok<Page<Item>>> Handle(
        Guid id, Guid? place, [AsParameters] PageRequest page, Caller by, ReadModel<CampaignRow> campaigns, ReadModel<EnrollmentRow> enrollments, CancellationToken ct)
    {
        ReadCampaign.Seen(await campaigns.Find(id, ct), by);
        var rows = place is { } one
            ? await enrollments.List("data->>'campaign' = $1 and data->>'place' = $2", [$"{id}", $"{one}"], page, ct, oldestFirst: true)
            : await enrollments.List("data->>'campaign' = $1", [$"{id}"], page, ct, oldestFirst: true);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(Show)], rows.Next));
    }

    private static Item Show(Row<EnrollmentRow> row) =>
        new(row.Id, row.Data.Place, row.Data.Resident, row.Data.Group, row.Data.Arrival, row.Data.Status, row.Data.EnrolledAt);
}
