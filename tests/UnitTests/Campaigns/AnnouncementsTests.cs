using Ecosystem.Campaigns;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class AnnouncementsTests
{
    private static readonly Where Where = new(CampaignId, "45 ngày đêm", "Điểm 1", Committee);
    private static readonly Guid Enrollment = EnrollmentId.Of(PointId, "a");

    [Fact]
    public void Whoever_gets_a_place_is_told() =>
        Assert.Equal(new Contracts.PlaceGiven(Enrollment, CampaignId, "45 ngày đêm", "Điểm 1", "a", Committee), Told(new PlaceGiven(Enrollment, "a", true, Where, FirstMorning)));

    [Fact]
    public void Whoever_waits_or_must_wait_again_is_told_the_number()
    {
        Assert.Equal(new Contracts.PlaceOnWaitingList(Enrollment, CampaignId, "45 ngày đêm", "Điểm 1", "a", 3, Committee), Told(new PutOnWaitingList(Enrollment, "a", 3, Where, FirstMorning)));
        Assert.Equal(new Contracts.PlaceOnWaitingList(Enrollment, CampaignId, "45 ngày đêm", "Điểm 1", "a", 1, Committee), Told(new PlaceWithdrawn(Enrollment, "a", 1, Where, FirstMorning)));
    }

    [Fact]
    public void Partners_hear_when_residents_can_enroll() =>
        Assert.Equal([new Contracts.CampaignLaunched(CampaignId, Committee)], Announcements.Of(Stored.As(new CampaignLaunched(FirstMorning, Committee), CampaignId)));

    [Fact]
    public void What_a_household_wants_put_right_goes_out_as_codes_and_a_visit_without_it_does_not()
    {
        var visited = new HouseholdVisited(CampaignId, TeamId, "Tổ dân phố số 7", "HH-0417", VisitOutcome.Visited, new("sealed"), [], 0, 2, FirstMorning, FirstMorning, new("trees", ConcernUrgency.Urgent), Committee);

        Assert.Equal([new Contracts.HouseholdConcernRaised(PointId, CampaignId, Committee, "trees", IsUrgent: true, FirstMorning)], Announcements.Of(Stored.As(visited, PointId)));
        Assert.Empty(Announcements.Of(Stored.As(visited with { Concern = null }, PointId)));
    }

    [Fact]
    public void Nothing_else_leaves_the_service()
    {
        Assert.Empty(Announcements.Of(Stored.As(new ResidentEnrolled(Enrollment, "a", PriorityGroup.Elderly, 1, Where, FirstMorning), PointId)));
        Assert.Empty(Announcements.Of(Stored.As(Opened, CampaignId)));
    }

    private static object Told(QueueEvent happened) => Assert.Single(Announcements.Of(Stored.As(happened, PointId)));
}
