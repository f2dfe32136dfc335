using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class RecordVisitTests
{
    private static readonly RecordVisit.Command Helped = new(TeamId, "HH-0417", VisitOutcome.Visited, FirstMorning, ["VNeID"], 0, 2, "Bà Lan");
    private static readonly RecordVisit.Command NobodyHome = new(TeamId, "HH-0418", VisitOutcome.Absent, FirstMorning);
    private static readonly Campaign Running = Campaign(Opened, TeamSeven, Launched);

    [Fact]
    public void A_visit_is_recorded_once_with_the_teams_group_and_without_a_readable_name()
    {
        var team = RecordVisit.Check(Helped, Running, Leader, FirstMorning);
        var visit = Assert.IsType<HouseholdVisited>(Assert.Single(RecordVisit.Decide(Helped, new("sealed"), team, Running, new(Guid.Empty, false), FirstMorning)));

        Assert.Equal((CampaignId, "Tổ dân phố số 7", "HH-0417", "sealed"), (visit.Campaign, visit.ResidentialGroup, visit.Household, visit.Met!.Cipher));
        Assert.Empty(RecordVisit.Decide(Helped, null, team, Running, new(Guid.Empty, true), FirstMorning));
    }

    [Theory]
    [InlineData("01.00082.UBND", "somebody")]
    [InlineData("01.UBND", "somebody")]
    [InlineData("01.00082.TN", "member")]
    public void Those_whom_the_campaign_concerns_may_record_it(string organisation, string id) =>
        Assert.Equal(TeamId, RecordVisit.Check(Helped, Running, Of(organisation, id), FirstMorning).Id);

    [Fact]
    public void Others_may_not()
    {
        Refused(CampaignsProblems.NotYourCampaign, Helped, by: Neighbour);
        Refused(CampaignsProblems.NotYourCampaign, Helped, by: Of("01.00082.TN"));
    }

    [Fact]
    public void A_device_may_be_five_minutes_fast_and_days_late()
    {
        RecordVisit.Check(Helped with { VisitedAt = LastMinute }, Running, Leader, LastMinute.AddDays(3));
        RecordVisit.Check(Helped with { VisitedAt = FirstMorning.AddMinutes(5) }, Running, Leader, FirstMorning);

        Refused(CampaignsProblems.VisitInFuture, Helped with { VisitedAt = FirstMorning.AddMinutes(5).AddTicks(1) });
    }

    [Fact]
    public void A_visit_lies_on_a_day_of_the_campaign_by_local_time()
    {
        var firstMidnight = new DateTimeOffset(2025, 7, 31, 0, 0, 0, TimeSpan.FromHours(7));
        RecordVisit.Check(Helped with { VisitedAt = firstMidnight }, Running, Leader, FirstMorning);

        Refused(CampaignsProblems.VisitOutsideCampaign, Helped with { VisitedAt = firstMidnight.AddTicks(-1) });
        Refused(CampaignsProblems.VisitOutsideCampaign, Helped with { VisitedAt = LastMinute.AddSeconds(1) }, now: LastMinute.AddDays(1));
    }

    [Fact]
    public void It_must_fit_the_campaign()
    {
        Refused(CampaignsProblems.UnknownPlatform, Helped with { Platforms = ["VNeID", "Telegram"] });
        Refused(Problem.NotFound, Helped with { Team = PointId });
        Refusal.Is(CampaignsProblems.NotLaunched, () => RecordVisit.Check(Helped, Campaign(Opened, TeamSeven), Leader, FirstMorning));
        Refusal.Is(Problem.NotFound, () => RecordVisit.Check(Helped, Campaign(), Leader, FirstMorning));
    }

    [Theory]
    [InlineData(VisitOutcome.Absent)]
    [InlineData(VisitOutcome.Refused)]
    [InlineData(VisitOutcome.Closed)]
    public void Where_nobody_was_helped_nothing_is_told_of_anybody(VisitOutcome outcome)
    {
        RecordVisit.Check(NobodyHome with { Outcome = outcome }, Running, Leader, FirstMorning);

        foreach (var odd in new[] { NobodyHome with { MetWith = "Ông Ba" }, NobodyHome with { SkillAfter = 1 }, NobodyHome with { SkillBefore = 0 }, NobodyHome with { Platforms = ["VNeID"] }, NobodyHome with { Concern = new("trees") } })
            Refused(CampaignsProblems.NobodyMet, odd with { Outcome = outcome });
    }

    private static void Refused(Problem problem, RecordVisit.Command command, Official? by = null, DateTimeOffset? now = null) =>
        Refusal.Is(problem, () => RecordVisit.Check(command, Running, by ?? Leader, now ?? FirstMorning));
}
