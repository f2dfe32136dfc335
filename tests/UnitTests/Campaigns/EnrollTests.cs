using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class EnrollTests
{
    private Queue queue = Queue.New(PointId);
    private readonly Campaign campaign = CampaignWithPoint(capacity: 2);

    [Fact]
    public void The_first_residents_get_the_places_and_the_queue_learns_what_it_is_for()
    {
        var events = Enroll("a");

        Assert.Collection(
            events,
            opened => Assert.Equal((2, new Where(CampaignId, "45 ngày đêm", "Điểm 1", Committee)), (Assert.IsType<QueueOpened>(opened).Capacity, opened.Where)),
            enrolled => Assert.Equal(1, Assert.IsType<ResidentEnrolled>(enrolled).Arrival),
            given => Assert.Equal("a", Assert.IsType<PlaceGiven>(given).Resident));
        Assert.IsType<ResidentEnrolled>(Enroll("b")[0]);
    }

    [Fact]
    public void Who_comes_too_late_waits_in_order()
    {
        Enroll("a", "b");

        Assert.Equal(1, Assert.IsType<PutOnWaitingList>(Enroll("c")[^1]).Number);
        Assert.Equal(2, Assert.IsType<PutOnWaitingList>(Enroll("d")[^1]).Number);
    }

    [Fact]
    public void A_priority_resident_takes_the_last_place_that_another_has()
    {
        Enroll("a", "b", "c");

        var events = Enroll("p", PriorityGroup.Elderly);

        Assert.Equal("p", Assert.IsType<PlaceGiven>(events[1]).Resident);
        Assert.Equal(("b", 1), (Assert.IsType<PlaceWithdrawn>(events[2]).Resident, ((PlaceWithdrawn)events[2]).Number));
        Assert.Equal(new Standing(EnrollmentStatus.Waiting, 2), StandingOf("c"));
    }

    [Fact]
    public void A_priority_resident_waits_before_all_others_where_only_such_have_places()
    {
        Enroll("p", PriorityGroup.PersonWithDisability);
        Enroll("q", PriorityGroup.NearPoorHousehold);
        Enroll("a");

        Assert.Equal(1, Assert.IsType<PutOnWaitingList>(Enroll("r", PriorityGroup.OtherVulnerable)[^1]).Number);
        Assert.Equal(new Standing(EnrollmentStatus.Waiting, 2), StandingOf("a"));
    }

    [Fact]
    public void Asking_again_changes_nothing()
    {
        Enroll("a");

        Assert.Empty(Enroll("a", PriorityGroup.Elderly));
    }

    [Fact]
    public void A_repeated_request_is_answered_as_it_was_decided()
    {
        Enroll("a");
        var first = Enroll("b");
        Enroll("p", PriorityGroup.Elderly);

        Assert.Equal(new Standing(EnrollmentStatus.Placed, null), Ecosystem.Campaigns.Enroll.AsDecided(EnrollmentId.Of(PointId, "b"), first));
        Assert.Equal(new Standing(EnrollmentStatus.Waiting, 1), StandingOf("b"));
    }

    [Fact]
    public void A_team_comes_home_too()
    {
        queue = Queue.New(TeamId);

        Assert.Equal("Tổ 7", Assert.IsType<PlaceGiven>(Enroll("a")[^1]).Where.PlaceName);
    }

    [Fact]
    public void Before_the_launch_after_the_end_and_elsewhere_nobody_enrolls()
    {
        Refusal.Is(CampaignsProblems.NotLaunched, () => Decide(Campaign(Opened, FirstPoint), FirstMorning));
        Refusal.Is(CampaignsProblems.CampaignOver, () => Decide(campaign, LastMinute.AddSeconds(1)));
        Refusal.Is(Problem.NotFound, () => Decide(Campaign(), FirstMorning));
        Refusal.Is(Problem.NotFound, () => Decide(Campaign(Opened, TeamSeven, Launched), FirstMorning));
    }

    private QueueEvent[] Decide(Campaign at, DateTimeOffset now) => Ecosystem.Campaigns.Enroll.Decide(new(PointId), at, queue, new("a", 1), now);

    private void Enroll(params string[] residents) => Array.ForEach(residents, resident => Enroll(resident));

    private QueueEvent[] Enroll(string resident, PriorityGroup group = PriorityGroup.None)
    {
        var events = Ecosystem.Campaigns.Enroll.Decide(new(queue.Id, group), campaign, queue, new Citizen(resident, 1), LastMinute);
        queue = events.Aggregate(queue, Queue.Evolve);
        return events;
    }

    private Standing? StandingOf(string resident) => queue.Standing(EnrollmentId.Of(queue.Id, resident));
}
