using Ecosystem.Feedback.Channels;
using Ecosystem.Feedback.Channels.Sensors;
using FsCheck;
using FsCheck.Fluent;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Channels;

public class SensorTests
{
    private static readonly Guid Id = Guid.CreateVersion7(Now);

    [Fact]
    public void A_crossing_is_one_report_for_as_long_as_it_lasts()
    {
        Assert.IsType<ThresholdCrossed>(Assert.Single(Take(151, 0)));
        Assert.Empty(Take(152, 1, 151));
        Assert.IsType<ThresholdKeptAgain>(Assert.Single(Take(149, 2, 151, 152)));
        Assert.Empty(Take(148, 3, 151, 152, 149));
    }

    [Fact]
    public void The_next_crossing_is_another_report()
    {
        var (first, second) = (Assert.IsType<ThresholdCrossed>(Take(151, 0)[0]), Assert.IsType<ThresholdCrossed>(Take(151, 2, 151, 149)[0]));

        Assert.NotEqual(first.Report, second.Report);
    }

    [Theory]
    [InlineData(150, false)]
    [InlineData(150.0001, true)]
    [InlineData(149.9999, false)]
    public void Above_means_above(double value, bool crosses) => Assert.Equal(crosses, Take(value, 0).Length == 1);

    [Fact]
    public void What_comes_late_or_again_changes_nothing()
    {
        var over = Take(149, 5, 151)[0];
        var sensor = Sensor.Evolve(Sensor.Evolve(Sensor.New(Id), Take(151, 0)[0]), over);

        Assert.Empty(TakeReading.Decide(Reading(200, 5), sensor, Now));
        Assert.Empty(TakeReading.Decide(Reading(200, 3), sensor, Now));
        Assert.Single(TakeReading.Decide(Reading(200, 6), sensor, Now));
    }

    [Fact]
    public void The_future_is_refused()
    {
        Assert.Single(TakeReading.Decide(Reading(200, 0) with { MeasuredAt = Now.AddMinutes(5) }, Sensor.New(Id), Now));
        Assert.Equal(ChannelProblems.MeasuredInFuture, ProblemOf(() => TakeReading.Decide(Reading(200, 0) with { MeasuredAt = Now.AddMinutes(5).AddTicks(1) }, Sensor.New(Id), Now)));
    }

    [Fact]
    public void However_it_goes_up_and_down_there_are_as_many_reports_as_crossings() => Prop.ForAll<bool[]>(above =>
    {
        var (sensor, reports) = (Sensor.New(Id), new List<Guid>());
        foreach (var (isAbove, minute) in above.Select((isAbove, minute) => (isAbove, minute)))
            foreach (var happened in TakeReading.Decide(Reading(isAbove ? 200 : 100, minute), sensor, Now))
            {
                sensor = Sensor.Evolve(sensor, happened);
                if (happened is ThresholdCrossed crossed) reports.Add(crossed.Report);
            }

        var crossings = above.Where((isAbove, at) => isAbove && (at == 0 || !above[at - 1])).Count();
        return reports.Count == crossings && reports.Distinct().Count() == crossings && (sensor.Report is not null) == (above.Length > 0 && above[^1]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_report_hears_once_that_it_is_over()
    {
        Assert.Equal([new CrossingEnded(Words, Now)], Crossings.Decide(Words, After(Assigned), Now));
        Assert.Empty(Crossings.Decide(Words, After(Assigned, new CrossingEnded(Words, Now)), Now));
        Assert.Empty(Crossings.Decide(Words, After(), Now));
    }

    [Fact]
    public void What_the_station_tells_is_a_report_as_any_other() => Assert.Contains("pm25 = 151.5 µg/m³", TakeReading.Told(Reading(151.5, 0)).Text, StringComparison.Ordinal);

    /// <summary>What the last value adds to those before, a minute apart.</summary>
    private static SensorEvent[] Take(double value, int minute, params double[] before)
    {
        var sensor = before.Select((earlier, nr) => Reading(earlier, nr - before.Length + minute)).Aggregate(Sensor.New(Id), (known, reading) => TakeReading.Decide(reading, known, Now).Aggregate(known, Sensor.Evolve));
        return TakeReading.Decide(Reading(value, minute), sensor, Now);
    }

    private static TakeReading.Command Reading(double value, int minute) => new("HN-05", "pm25", value, 150, "µg/m³", Now.AddDays(-1).AddMinutes(minute), "00082");
}
