using Ecosystem.Feedback;
using Ecosystem.Feedback.Forecasts;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Forecasts;

public sealed class HotSpotTests
{
    private static readonly Series Flooding = new("flooding", "00082");

    private static readonly ForecastDay Day = new(new(2026, 11, 22), 3.2, 1, 6, 0, 9);

    private static readonly HotSpot Cold = HotSpot.New(Guid.Empty);

    [Fact]
    public void More_than_the_interval_holds_is_a_hot_spot()
    {
        var found = Assert.IsType<HotSpotFound>(Assert.Single(Decide(Cold, 10)));

        Assert.Equal(("flooding", "00082", "01.UBND", Day.Day, 10, 9), (found.Category, found.Commune, found.Unit, found.Day, found.Count, found.High));
    }

    [Fact]
    public void As_much_as_the_interval_holds_is_none() => Assert.Empty(Decide(Cold, 9));

    [Fact]
    public void Fewer_than_five_call_nobody() => Assert.Empty(HotSpot.Decide(Cold, Flooding, "01.UBND", 4, Day with { High95 = 0 }, Now));

    [Fact]
    public void It_is_told_once_a_day() => Assert.Empty(Decide(HotSpot.Evolve(Cold, Decide(Cold, 10)[0]), 40));

    [Fact]
    public void Each_series_and_day_has_its_own()
    {
        Guid[] ids = [HotSpot.IdOf(Flooding, Day.Day), HotSpot.IdOf(Flooding, Day.Day.AddDays(1)), HotSpot.IdOf(Flooding with { Commune = null }, Day.Day), HotSpot.IdOf(Flooding with { Category = "trees" }, Day.Day)];

        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(ids[0], HotSpot.IdOf(new("flooding", "00082"), Day.Day));
    }

    [Fact]
    public void Others_hear_of_it()
    {
        var id = HotSpot.IdOf(Flooding, Day.Day);
        var recorded = new EventSourcing.Recorded(1, Guid.NewGuid(), id, 1, "hot_spot_found", Decide(Cold, 10)[0], Now, null, null);

        Assert.Equal([new Contracts.HotSpotFound(id, "flooding", "00082", "01.UBND", Day.Day, 10, 9)], Announcements.Of(recorded));
    }

    private static HotSpotEvent[] Decide(HotSpot hotSpot, int count) => HotSpot.Decide(hotSpot, Flooding, "01.UBND", count, Day, Now);
}
