using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class FormTeamTests
{
    private static FormTeam.Command For(string group) => new("Tổ công nghệ số", group, "lead", ["a", "b"], 20);

    [Fact]
    public void Twenty_eight_groups_get_a_team_each_before_and_after_the_launch()
    {
        var campaign = Campaign(Opened, FirstPoint);

        for (var nr = 1; nr <= 28; nr++)
            campaign = Do(FormTeam.Decide(For($"Tổ dân phố số {nr}"), Guid.NewGuid(), nr < 14 ? campaign : Do(LaunchCampaign.Decide(campaign, Leader, FirstMorning)), Leader, FirstMorning));

        Assert.Equal(28, campaign.Teams.Count);

        Campaign Do(CampaignEvent[] events) => events.Aggregate(campaign, Ecosystem.Campaigns.Campaign.Evolve);
    }

    [Theory]
    [InlineData("Tổ dân phố số 7")]
    [InlineData(" tổ DÂN phố số 7 ")]
    public void A_second_team_for_a_group_is_refused(string group) =>
        Refusal.Is(CampaignsProblems.GroupHasTeam, () => FormTeam.Decide(For(group), Guid.NewGuid(), Campaign(Opened, TeamSeven), Leader, FirstMorning));

    [Fact]
    public void Only_the_campaigns_organisation_and_those_above_may()
    {
        Assert.NotEmpty(FormTeam.Decide(For("1"), TeamId, Campaign(Opened), Of("01.UBND"), FirstMorning));

        Refusal.Is(CampaignsProblems.NotYourCampaign, () => FormTeam.Decide(For("1"), TeamId, Campaign(Opened), Neighbour, FirstMorning));
    }

    [Fact]
    public void After_the_end_and_without_a_campaign_nothing_is_formed()
    {
        Refusal.Is(CampaignsProblems.CampaignOver, () => FormTeam.Decide(For("1"), TeamId, Campaign(Opened), Leader, LastMinute.AddSeconds(1)));
        Refusal.Is(Problem.NotFound, () => FormTeam.Decide(For("1"), TeamId, Campaign(), Leader, FirstMorning));
    }
}
