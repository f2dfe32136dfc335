using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class OpenPointTests
{
    private static readonly OpenPoint.Command Second = new(" Điểm 2 ", "Chợ", 50, "8:00-17:00");

    [Fact]
    public void A_point_becomes_a_place_to_enroll_at()
    {
        var opened = OpenPoint.Decide(Second, PointId, Campaign(Opened), Leader, FirstMorning);

        Assert.Equal(new Place(PointId, "Điểm 2", 50), Campaign([Opened, .. opened]).Place(PointId));
    }

    [Fact]
    public void Others_the_end_and_the_limit_stop_it()
    {
        Refusal.Is(Problem.NotFound, () => OpenPoint.Decide(Second, PointId, Campaign(), Leader, FirstMorning));
        Refusal.Is(CampaignsProblems.NotYourCampaign, () => OpenPoint.Decide(Second, PointId, Campaign(Opened), Neighbour, FirstMorning));
        Refusal.Is(CampaignsProblems.CampaignOver, () => OpenPoint.Decide(Second, PointId, Campaign(Opened), Leader, LastMinute.AddSeconds(1)));
        Refusal.Is(CampaignsProblems.TooManyPlaces, () => OpenPoint.Decide(Second, PointId, Full(), Leader, FirstMorning));
    }

    private static Campaign Full() => Campaign([Opened, .. Enumerable.Range(0, 200).Select(_ => new PointOpened(new(Guid.NewGuid(), "", "", 1, ""), FirstMorning))]);
}
