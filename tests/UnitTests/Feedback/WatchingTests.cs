using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Watching;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class WatchingTests
{
    private static readonly Guid Id = Guid.CreateVersion7(Now);

    private static readonly Sealed Home = new("home"), Work = new("work");

    private static readonly WatchingEvent Watched = new PlaceWatched(1, Neighbour.Id, Home, Now.AddHours(-1)), AlsoWatched = new PlaceWatched(2, Neighbour.Id, Work, Now.AddHours(-1));

    private static readonly ReportRow Report = new("7Q2M", Reporter.Id, "lighting", "00082", Words, Now) { Spot = new(21.02, 105.84) };

    private static readonly WatchedPlace Place = new(21.02, 105.84, 500);

    [Fact]
    public void A_place_is_watched_once_and_a_new_one_takes_its_number()
    {
        Assert.Equal([Watched with { }], [WatchPlace.Decide(1, Home, After(), Neighbour, Now.AddHours(-1)).Single()]);
        Assert.Empty(WatchPlace.Decide(1, Home, After(Watched), Neighbour, Now));
        Assert.Equal(Work, After(Watched, new PlaceWatched(1, Neighbour.Id, Work, Now)).Places[1].Place);
    }

    [Fact]
    public void One_call_ends_one_place_or_all_and_a_second_does_nothing()
    {
        Assert.Equal([new WatchingEnded(2, Now)], StopWatching.Decide(2, After(Watched, AlsoWatched), Now));
        Assert.Equal([new WatchingEnded(1, Now), new WatchingEnded(2, Now)], StopWatching.Decide(null, After(Watched, AlsoWatched), Now));
        Assert.Empty(StopWatching.Decide(2, After(Watched), Now));
        Assert.Empty(StopWatching.Decide(null, After(Watched, new WatchingEnded(1, Now)), Now));
    }

    [Fact]
    public void A_watcher_is_told_of_a_report_once_whichever_place_it_is_near_to()
    {
        WatchingEvent told = new WatcherTold(Id, 1, Neighbour.Id, Now);

        Assert.Equal([told], Tell(1, After(Watched, AlsoWatched)));
        Assert.Empty(Tell(2, After(Watched, AlsoWatched, told)));
    }

    [Fact]
    public void Nothing_is_told_after_the_end_of_an_older_place_of_older_reports_and_of_the_own()
    {
        var near = After(Watched).Places[1];

        Assert.Empty(TellWatchers.Decide(Id, Report, 1, near, After(Watched, new WatchingEnded(1, Now)), Now));
        Assert.Empty(TellWatchers.Decide(Id, Report, 1, near, After(Watched, new PlaceWatched(1, Neighbour.Id, Work, Now)), Now));
        Assert.Empty(TellWatchers.Decide(Id, Report with { SubmittedAt = Now.AddHours(-2) }, 1, near, After(Watched), Now));
        Assert.Empty(TellWatchers.Decide(Id, Report with { Reporter = Neighbour.Id }, 1, near, After(Watched), Now));
        Assert.Single(TellWatchers.Decide(Id, Report, 1, near, After(Watched), Now));
    }

    [Fact]
    public void Only_what_everybody_may_know_is_news()
    {
        Assert.True(TellWatchers.IsNews(Report, isSensitive: false));
        Assert.True(TellWatchers.IsNews(Report with { Public = new(PublicState.Shown, []) }, isSensitive: false));
        Assert.False(TellWatchers.IsNews(Report, isSensitive: true));
        ReportRow[] others =
        [
            Report with { Spot = null }, Report with { IsConfidential = true }, Report with { Parent = Id }, Report with { Status = ReportStatus.Duplicate }, Report with { Status = ReportStatus.Rejected },
            Report with { Public = new(PublicState.Held, []) }, Report with { Public = new(PublicState.Hidden, []) },
        ];
        Assert.All(others, report => Assert.False(TellWatchers.IsNews(report, isSensitive: false)));
    }

    [Fact]
    public void A_place_covers_its_circle_and_the_categories_below_those_asked_for()
    {
        Assert.True(Place.Covers(new(21.02 + 0.0044, 105.84), ["lighting"]));
        Assert.False(Place.Covers(new(21.02 + 0.0046, 105.84), ["lighting"]));
        Assert.True((Place with { Categories = ["lighting"] }).Covers(new(21.02, 105.84), ["lighting", "lamp-out"]));
        Assert.False((Place with { Categories = ["noise"] }).Covers(new(21.02, 105.84), ["lighting", "lamp-out"]));
        Assert.True((Place with { Categories = [] }).Covers(new(21.02, 105.84), ["lighting"]));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1_234)]
    [InlineData(5_000)]
    public void The_cells_hold_the_whole_circle_and_are_few(int radius)
    {
        var random = new Random(radius);
        for (var n = 0; n < 200; n++)
        {
            var place = new WatchedPlace(8 + 15 * random.NextDouble(), 102 + 8 * random.NextDouble(), radius);
            var cells = WatchedCells.Touched(place).ToHashSet();
            var (angle, away) = (2 * Math.PI * random.NextDouble(), radius * 0.999 * Math.Sqrt(random.NextDouble()));
            var box = Box.Around(place.Latitude, place.Longitude, away);
            var spot = new Spot(place.Latitude + Math.Sin(angle) * (box.North - place.Latitude), place.Longitude + Math.Cos(angle) * (box.East - place.Longitude));

            Assert.Contains((WatchedCells.Nr(spot.Latitude), WatchedCells.Nr(spot.Longitude)), cells);
            Assert.InRange(cells.Count, 1, 42);
        }
    }

    [Theory]
    [InlineData("lighting", true)]
    [InlineData("lamp-out", true)]
    [InlineData("nothing-there", false)]
    [InlineData("relief-funds", false)]
    public void Categories_are_known_and_none_is_sensitive(string category, bool isOne)
    {
        var services = new InForceNow(CategoryPlan.New(CategoryPlan.Id));

        Assert.Equal(isOne, !(Place with { Categories = [category] }).Validate(new ValidationContext(Place, services, null)).Any());
    }

    [Fact]
    public void What_is_stored_comes_back_and_what_is_erased_is_nothing()
    {
        var written = (Place with { Categories = ["lighting"] }).Write();

        Assert.Equal(written, WatchedPlace.Read(written)!.Write());
        Assert.Null(WatchedPlace.Read(null));
    }

    [Fact]
    public void What_is_told_becomes_one_message_without_the_place() => Assert.Equal(
        [new Contracts.ReportNearWatchedPlace(Id, TrackingCode.Of(Id), Neighbour.Id, 1)],
        Announcements.Of(new(1, Guid.NewGuid(), Guid.NewGuid(), 1, "", new WatcherTold(Id, 1, Neighbour.Id, Now), Now, By: null, TraceParent: null)));

    private static WatchingEvent[] Tell(int number, Watcher watcher) => TellWatchers.Decide(Id, Report, number, watcher.Places[number], watcher, Now);

    private static Watcher After(params WatchingEvent[] events) => events.Aggregate(Watcher.New(Id), Watcher.Evolve);
}
