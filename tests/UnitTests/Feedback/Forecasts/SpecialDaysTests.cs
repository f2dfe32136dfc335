using Ecosystem.Feedback.Forecasts;

namespace Ecosystem.UnitTests.Feedback.Forecasts;

public sealed class SpecialDaysTests
{
    [Theory]
    [InlineData(2024, 2, 10)]
    [InlineData(2025, 1, 29)]
    [InlineData(2026, 2, 17)]
    [InlineData(2027, 2, 6)]
    public void The_first_day_of_the_lunar_year_and_its_eve_are_tet(int year, int month, int day)
    {
        var first = new DateOnly(year, month, day);

        Assert.Equal([KindOfDay.Ordinary, KindOfDay.Tet, KindOfDay.Tet], new[] { -2, -1, 0 }.Select(n => SpecialDays.Of(first.AddDays(n))));
        Assert.Equal([KindOfDay.Tet, KindOfDay.Ordinary], new[] { 6, 7 }.Select(n => SpecialDays.Of(first.AddDays(n))));
    }

    [Theory]
    [InlineData(2025, 4, 7)]     // 10th of the third lunar month, in a year with a leap month after it
    [InlineData(2026, 4, 26)]
    [InlineData(2026, 9, 2)]
    [InlineData(2027, 1, 1)]
    public void Holidays_are_known(int year, int month, int day) => Assert.Equal(KindOfDay.Holiday, SpecialDays.Of(new(year, month, day)));

    [Fact]
    public void Any_other_day_is_ordinary() => Assert.Equal(KindOfDay.Ordinary, SpecialDays.Of(new(2026, 11, 22)));
}
