using Ecosystem.Campaigns;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class OpenCampaignTests
{
    private static readonly OpenCampaign.Command FortyFive = new(" 45 ngày đêm ", new(2025, 7, 31), 45, [new("Hộ được thăm", 8000, "hộ")], ["VNeID"]);

    [Theory]
    [InlineData("01.00082.UBND")]
    [InlineData("01.00082.MTTQ")]
    public void A_commune_committee_opens_a_campaign_of_its_own(string organisation)
    {
        var opened = Assert.IsType<CampaignOpened>(Assert.Single(OpenCampaign.Decide(FortyFive, Campaign(), Of(organisation), FirstMorning)));

        Assert.Equal((organisation, "45 ngày đêm", 45), (opened.Organisation, opened.Name, opened.Days));
        Assert.Equal(new("Hộ được thăm", 8000, "hộ"), Assert.Single(opened.Targets));
    }

    [Theory]
    [InlineData("01.00082.TN")]
    [InlineData("01.UBND")]
    public void Others_may_not_open_one(string organisation) =>
        Refusal.Is(CampaignsProblems.NotAnOpener, () => OpenCampaign.Decide(FortyFive, Campaign(), Of(organisation), FirstMorning));

    [Fact]
    public void It_may_begin_in_the_past_but_not_be_over()
    {
        Assert.NotEmpty(OpenCampaign.Decide(FortyFive, Campaign(), Leader, LastMinute));

        Refusal.Is(CampaignsProblems.OverBeforeItOpens, () => OpenCampaign.Decide(FortyFive, Campaign(), Leader, LastMinute.AddSeconds(1)));
    }

    [Fact]
    public void Opened_once_it_stays_as_it_is() =>
        Assert.Empty(OpenCampaign.Decide(FortyFive, Campaign(Opened), Leader, FirstMorning));
}
