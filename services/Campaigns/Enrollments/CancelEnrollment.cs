using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>A resident does not come; the first who waits gets the place.</summary>
public static class CancelEnrollment
{
    public static QueueEvent[] Decide(Guid enrollment, Campaign campaign, Queue queue, DateTimeOffset now) => queue.Standing(enrollment) switch
    {
        null => throw new Refused(Problem.NotFound),
        { Status: EnrollmentStatus.Cancelled } => [],
        _ when campaign.IsOver(now) => throw new Refused(CampaignsProblems.CampaignOver),
        var standing => Release(queue.Known[enrollment], standing.Status == EnrollmentStatus.Placed, queue, now),
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, Guid enrollment, Citizen by, EventStream<Campaign, CampaignEvent> campaigns, EventStream<Queue, QueueEvent> queues, TimeProvider clock, CancellationToken ct)
    {
        var campaign = (await campaigns.Load(id, ct)).State;
        var place = EnrollmentId.PlaceOf(enrollment, campaign, by.Id);
        var cancelled = await queues.Append(place.Id, queue => Decide(enrollment, campaign, queue, clock.GetUtcNow()), ct);
        return TypedResults.Ok(cancelled.Written with { Id = enrollment });
    }

    private static QueueEvent[] Release(Enrollment leaving, bool hadPlace, Queue queue, DateTimeOffset now)
    {
        var cancelled = new EnrollmentCancelled(leaving.Id, leaving.Resident, hadPlace, queue.Where!, now);
        if (!hadPlace || queue.Line.Count <= queue.Capacity) return [cancelled];
        var next = queue.Line[queue.Capacity];
        return [cancelled, new PlaceGiven(next.Id, next.Resident, HadWaited: true, queue.Where!, now)];
    }
}
