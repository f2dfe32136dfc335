using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class LaunchCampaignTests
{
    [Fact]
    public void One_team_or_one_point_is_enough()
    {
        Assert.IsType<CampaignLaunched>(Assert.Single(LaunchCampaign.Decide(Campaign(Opened, TeamSeven), Leader, FirstMorning)));
        Assert.IsType<CampaignLaunched>(Assert.Single(LaunchCampaign.Decide(Campaign(Opened, FirstPoint), Leader, FirstMorning)));
    }

    [Fact]
    public void Without_either_it_is_refused() =>
        Refusal.Is(CampaignsProblems.NobodyToHelp, () => LaunchCampaign.Decide(Campaign(Opened), Leader, FirstMorning));

    [Fact]
    public void A_second_launch_changes_nothing() =>
        Assert.Empty(LaunchCampaign.Decide(Campaign(Opened, TeamSeven, Launched), Leader, LastMinute.AddDays(1)));

    [Fact]
    public void Strangers_the_end_and_absence_stop_it()
    {
        Refusal.Is(CampaignsProblems.NotYourCampaign, () => LaunchCampaign.Decide(Campaign(Opened, TeamSeven), Neighbour, FirstMorning));
        Refusal.Is(CampaignsProblems.CampaignOver, () => LaunchCampaign.Decide(Campaign(Opened, TeamSeven), Leader, LastMinute.AddSeconds(1)));
        Refusal.Is(Problem.NotFound, () => LaunchCampaign.Decide(Campaign(), Leader, FirstMorning));
    }
}
