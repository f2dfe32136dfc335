using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>
/// A resident asks for help at a point or at home. Priority groups come first when capacity is short: where all places are
/// taken, one of them takes the place of the last resident without priority. Once a place and resident; again changes nothing.
/// </summary>
public static class Enroll
{
    /// <param name="Place">A point's or, for help at home, a team's id.</param>
    public sealed record Command(Guid Place, PriorityGroup PriorityGroup = PriorityGroup.None);

    /// <summary>As it was when this very request was decided, also when it is repeated.</summary>
    public sealed record Answer(Guid Id, long Version, long Position, [Description("placed: has a place; waiting: is on the waiting list; cancelled: gave it up.")] EnrollmentStatus Status, int? WaitingNumber) : IPositioned;

    public static QueueEvent[] Decide(Command command, Campaign campaign, Queue queue, Citizen by, DateTimeOffset now) => campaign switch
    {
        { Status: CampaignStatus.Absent } => throw new Refused(Problem.NotFound),
        { Status: CampaignStatus.Preparing } => throw new Refused(CampaignsProblems.NotLaunched),
        _ when campaign.Place(queue.Id) is null => throw new Refused(Problem.NotFound),
        _ when queue.Standing(EnrollmentId.Of(queue.Id, by.Id)) is { Status: not EnrollmentStatus.Cancelled } => [],
        _ when campaign.IsOver(now) => throw new Refused(CampaignsProblems.CampaignOver),
        _ => Admit(command.PriorityGroup, Opening(campaign, queue, campaign.Place(queue.Id)!, now), queue, by, now),
    };

    public static async Task<Created<Answer>> Handle(
        Guid id, Command command, Citizen by, EventStream<Campaign, CampaignEvent> campaigns, EventStream<Queue, QueueEvent> queues, EnrollmentKeys keys, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        await keys.RequireUnused(id, exceptAt: command.Place, cause, ct);
        var campaign = (await campaigns.Load(id, ct)).State;
        var enrolled = await queues.Append(command.Place, queue => Decide(command, campaign, queue, by, clock.GetUtcNow()), ct);
        var enrollment = EnrollmentId.Of(command.Place, by.Id);
        var standing = AsDecided(enrollment, enrolled.Events) ?? enrolled.State.Standing(enrollment)!;
        return TypedResults.Created($"/v1/campaigns/{id}/enrollments/{enrollment}", new Answer(enrollment, enrolled.Version, enrolled.Position, standing.Status, standing.WaitingNumber));
    }

    /// <summary>What the request's own events say of its enrollment; later events do not change the answer to a repeat.</summary>
    public static Standing? AsDecided(Guid enrollment, IReadOnlyList<QueueEvent> events) => events.Select(happened => happened switch
    {
        PlaceGiven e when e.Enrollment == enrollment => new Standing(EnrollmentStatus.Placed, null),
        PutOnWaitingList e when e.Enrollment == enrollment => new Standing(EnrollmentStatus.Waiting, e.Number),
        _ => null,
    }).FirstOrDefault(standing => standing is not null);

    /// <summary>The first resident's enrollment tells the queue what it is for: the campaign's stream knows, and it never changes.</summary>
    private static QueueEvent[] Opening(Campaign campaign, Queue queue, Place place, DateTimeOffset now) =>
        queue.Where is null ? [new QueueOpened(place.Capacity, new(campaign.Id, campaign.Name, place.Name, campaign.Organisation), now)] : [];

    private static QueueEvent[] Admit(PriorityGroup group, QueueEvent[] opening, Queue queue, Citizen by, DateTimeOffset now) =>
        [.. opening, .. Admit(group, opening.Aggregate(queue, Queue.Evolve), by, now)];

    private static QueueEvent[] Admit(PriorityGroup group, Queue queue, Citizen by, DateTimeOffset now)
    {
        var where = queue.Where!;
        var arriving = new Enrollment(EnrollmentId.Of(queue.Id, by.Id), by.Id, group, queue.Arrivals + 1);
        var line = queue.Line.Add(arriving);
        var number = line.IndexOf(arriving) - queue.Capacity + 1;
        var enrolled = new ResidentEnrolled(arriving.Id, by.Id, group, arriving.Arrival, where, now);
        if (number > 0) return [enrolled, new PutOnWaitingList(arriving.Id, by.Id, number, where, now)];
        var given = new PlaceGiven(arriving.Id, by.Id, HadWaited: false, where, now);
        return line.Count > queue.Capacity ? [enrolled, given, Withdrawn(line[queue.Capacity], where, now)] : [enrolled, given];
    }

    private static PlaceWithdrawn Withdrawn(Enrollment displaced, Where where, DateTimeOffset now) => new(displaced.Id, displaced.Resident, Number: 1, where, now);
}
