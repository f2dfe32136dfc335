using Ecosystem.Benchmarks.Forecasts;
using Ecosystem.Feedback.Forecasts;

namespace Ecosystem.UnitTests.Feedback.Forecasts;

public sealed class ForecastTests
{
    private static readonly DateOnly Monday = new(2025, 6, 2);

    [Fact]
    public void A_week_that_repeats_is_foreseen_exactly()
    {
        var forecast = Forecast.Of(Series(140, day => 10 + 2 * (day % 7)));

        Assert.Equal(Backtest.Horizon, forecast.Days.Count);
        Assert.All(forecast.Days.Select((day, n) => (day, count: 10 + 2 * (n % 7))), one => Assert.Equal(one.count, one.day.Expected, 0.5));
        Assert.All(forecast.Days, day => Assert.True(day.Low80 <= day.Expected + 0.5 && day.High80 >= day.Expected - 0.5));
    }

    [Fact]
    public void The_days_follow_the_last_known_one()
    {
        var forecast = Forecast.Of(Series(70, _ => 5), days: 3);

        Assert.Equal([Monday.AddDays(70), Monday.AddDays(71), Monday.AddDays(72)], forecast.Days.Select(day => day.Day));
    }

    [Fact]
    public void Nothing_reported_means_nothing_expected()
    {
        var forecast = Forecast.Of(Series(100, _ => 0));

        Assert.All(forecast.Days, day => Assert.Equal((0, 0, 0, 0, 0), ((int)day.Expected, day.Low80, day.High80, day.Low95, day.High95)));
    }

    [Fact]
    public void Growth_is_carried_on_and_not_missed_like_last_week_does()
    {
        var growing = Series(365, day => 20 + day / 3);

        var forecast = Forecast.Of(growing);

        Assert.True(forecast.Error < forecast.NaiveError, $"{forecast.Model}: {forecast.Error} against {forecast.NaiveError}");
        Assert.InRange(forecast.Days[^1].Expected, 138, 150);
    }

    [Fact]
    public void One_wild_day_changes_little_of_what_is_expected()
    {
        var quiet = Forecast.Of(Series(200, Noisy));
        var afterStorm = Forecast.Of(Series(200, day => day == 195 ? 400 : Noisy(day)));

        Assert.All(quiet.Days.Zip(afterStorm.Days), pair => Assert.Equal(pair.First.Expected, pair.Second.Expected, 6.0));
    }

    [Fact]
    public void The_wider_interval_holds_the_narrower_and_no_count_is_below_zero() =>
        Assert.All(HeldOut.Series(seed: 7, number: 6).SelectMany(series => Forecast.Of(series).Days), day =>
        {
            Assert.True(0 <= day.Low95 && day.Low95 <= day.Low80 && day.High80 <= day.High95, $"{day}");
            Assert.True(day.Low80 <= day.High80, $"{day}");
        });

    [Fact]
    public void Tet_is_foreseen_as_a_quiet_week_once_it_was_seen()
    {
        var series = Series(365 * 2, day => SpecialDays.Usual.Of(Monday.AddDays(day)) is KindOfDay.Tet ? 5 : 40);
        var eve = Enumerable.Range(300, 365).First(day => Monday.AddDays(day) == new DateOnly(2027, 2, 1));

        var forecast = Forecast.Of(series.Before(eve));

        Assert.InRange(forecast.Days.Single(day => day.Day == new DateOnly(2027, 2, 8)).Expected, 4, 12);
        Assert.InRange(forecast.Days.Single(day => day.Day == new DateOnly(2027, 2, 3)).Expected, 38, 42);
    }

    /// <summary>B14.</summary>
    [Fact]
    public void On_held_out_weeks_the_intervals_keep_their_promise_and_the_error_is_smaller_than_last_weeks()
    {
        var held = HeldOut.Of(HeldOut.Series(seed: 42, number: 12));

        Assert.InRange(held.In80, 0.76, 0.84);
        Assert.InRange(held.In95, 0.93, 0.97);
        Assert.True(held.Error < 0.9 * held.NaiveError, $"{held}");
    }

    private static int Noisy(int day) => 20 + day * 7919 % 11 - 5;

    private static DailyCounts Series(int days, Func<int, int> count) => new(Monday, [.. Enumerable.Range(0, days).Select(count)]);
}
