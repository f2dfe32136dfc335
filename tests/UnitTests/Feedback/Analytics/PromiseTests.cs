using Ecosystem.Feedback.Analytics;

namespace Ecosystem.UnitTests.Feedback.Analytics;

public sealed class PromiseTests
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]     // Monday: the first working day after
    [InlineData(7, true)]     // the next Friday: the fifth
    [InlineData(9, true)]     // Sunday: no working day has passed since
    [InlineData(10, false)]
    public void Five_working_days_are_kept_up_to_the_evening_of_the_fifth(int days, bool kept) => Assert.Equal(kept, Promise.IsKept(Friday, Friday.AddDays(days), 5));

    [Fact]
    public void Tet_does_not_count_as_working_days()
    {
        var before = new DateTimeOffset(2026, 2, 13, 9, 0, 0, TimeSpan.FromHours(7));

        Assert.True(Promise.IsKept(before, before.AddDays(12), 5));
        Assert.False(Promise.IsKept(before, before.AddDays(20), 5));
    }

    [Fact]
    public void The_local_evening_counts_and_not_that_of_Greenwich() =>
        Assert.False(Promise.IsKept(Friday, new(2026, 11, 23, 17, 30, 0, TimeSpan.Zero), 1));
}
