using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class CancelEnrollmentTests
{
    private readonly Campaign campaign = CampaignWithPoint(capacity: 1);

    [Fact]
    public void The_first_who_waits_moves_up()
    {
        var events = Cancel("a", After("a", "b", "c"));

        Assert.True(Assert.IsType<EnrollmentCancelled>(events[0]).HadPlace);
        Assert.Equal(("b", true), (Assert.IsType<PlaceGiven>(events[1]).Resident, ((PlaceGiven)events[1]).HadWaited));
    }

    [Fact]
    public void Nobody_moves_up_when_one_who_waits_or_nobody_follows()
    {
        Assert.False(Assert.IsType<EnrollmentCancelled>(Assert.Single(Cancel("c", After("a", "b", "c")))).HadPlace);
        Assert.Single(Cancel("a", After("a")));
    }

    [Fact]
    public void Cancelled_once_it_stays_so_until_the_resident_enrolls_again_at_the_end_of_the_line()
    {
        var queue = After("a", "b");
        queue = Cancel("a", queue).Aggregate(queue, Queue.Evolve);

        Assert.Empty(Cancel("a", queue));
        Assert.Equal(1, Assert.IsType<PutOnWaitingList>(Enroll.Decide(new(PointId), campaign, queue, new("a", 1), FirstMorning)[^1]).Number);
    }

    [Fact]
    public void What_never_was_and_what_is_over_cannot_be_cancelled()
    {
        Refusal.Is(Problem.NotFound, () => Cancel("x", After("a")));
        Refusal.Is(CampaignsProblems.CampaignOver, () => CancelEnrollment.Decide(EnrollmentId.Of(PointId, "a"), campaign, After("a"), LastMinute.AddSeconds(1)));
    }

    [Fact]
    public void An_id_is_found_by_its_owner_only()
    {
        var enrollment = EnrollmentId.Of(PointId, "a");

        Assert.Equal(PointId, EnrollmentId.PlaceOf(enrollment, campaign, "a").Id);
        Refusal.Is(Problem.NotFound, () => EnrollmentId.PlaceOf(enrollment, campaign, "b"));
    }

    private QueueEvent[] Cancel(string resident, Queue queue) => CancelEnrollment.Decide(EnrollmentId.Of(PointId, resident), campaign, queue, FirstMorning);

    private Queue After(params string[] residents) => residents.Aggregate(Queue.New(PointId), (queue, resident) =>
        Enroll.Decide(new(PointId), campaign, queue, new(resident, 1), FirstMorning).Aggregate(queue, Queue.Evolve));
}
