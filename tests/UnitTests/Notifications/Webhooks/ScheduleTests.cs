using Ecosystem.Notifications.Webhooks;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.Notifications.Webhooks;

public sealed class ScheduleTests
{
    private static readonly Guid Delivery = Guid.NewGuid();

    [Fact]
    public void There_are_ten_attempts_over_75_hours_35_minutes_and_5_seconds()
    {
        var schedule = Given(null);

        Assert.Equal(10, schedule.Delays.Count);
        Assert.Equal(new TimeSpan(3, 3, 35, 5), schedule.Delays.Aggregate(TimeSpan.Zero, (sum, delay) => sum + delay));
        Assert.NotNull(schedule.After(9, Delivery));
        Assert.Null(schedule.After(10, Delivery));
    }

    [Fact]
    public void Each_wait_is_the_specifications_or_up_to_a_tenth_longer()
    {
        var schedule = Given(null);

        for (var attempt = 1; attempt < 10; attempt++)
            Assert.InRange(schedule.After(attempt, Guid.NewGuid())!.Value, schedule.Delays[attempt], schedule.Delays[attempt] * 1.1);
    }

    [Fact]
    public void What_failed_together_does_not_come_back_together() =>
        Assert.True(Enumerable.Range(0, 100).Select(_ => Given(null).After(2, Guid.NewGuid())).Distinct().Count() > 90);

    [Fact]
    public void A_setting_replaces_it() => Assert.InRange(Given("0,0.5").After(1, Delivery)!.Value.TotalSeconds, 0.5, 0.55);

    [Theory]
    [InlineData("")]
    [InlineData("0,x")]
    [InlineData("0,-1")]
    public void A_setting_that_cannot_be_read_is_told_at_start(string setting) => Assert.Throws<InvalidOperationException>(() => Given(setting));

    private static Schedule Given(string? setting) =>
        Schedule.From(new ConfigurationBuilder().AddInMemoryCollection([new("ECOSYSTEM_WEBHOOK_SCHEDULE", setting)]).Build());
}
