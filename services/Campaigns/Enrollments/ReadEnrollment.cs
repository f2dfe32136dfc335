using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>A resident looks at the own enrollment: has a place, or waits under which number.</summary>
public static class ReadEnrollment
{
    public sealed record Answer(Guid Id, long Version, long Position, Guid Place, string PlaceName, [Description("placed: has a place; waiting: is on the waiting list; cancelled: gave it up.")] EnrollmentStatus Status, int? WaitingNumber) : IPositioned;

    public static async Task<Ok<Answer>> Handle(
        Guid id, Guid enrollment, Citizen by, EventStream<Campaign, CampaignEvent> campaigns, EventStream<Queue, QueueEvent> queues, CancellationToken ct)
    {
        var place = EnrollmentId.PlaceOf(enrollment, (await campaigns.Load(id, ct)).State, by.Id);
        var queue = await queues.Load(place.Id, ct);
        var standing = queue.State.Standing(enrollment) ?? throw new Refused(Problem.NotFound);
        return TypedResults.Ok(new Answer(enrollment, queue.Version, queue.Position, place.Id, place.Name, standing.Status, standing.WaitingNumber));
    }
}
