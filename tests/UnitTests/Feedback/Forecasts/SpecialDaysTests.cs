using Ecosystem.Feedback.Calendars;
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

        Assert.Equal([KindOfDay.Ordinary, KindOfDay.Tet, KindOfDay.Tet], new[] { -2, -1, 0 }.Select(n => SpecialDays.Usual.Of(first.AddDays(n))));
        Assert.Equal([KindOfDay.Tet, KindOfDay.Ordinary], new[] { 6, 7 }.Select(n => SpecialDays.Usual.Of(first.AddDays(n))));
    }

    [Theory]
    [InlineData(2025, 4, 7)]     // 10th of the third lunar month, in a year with a leap month after it
    [InlineData(2026, 4, 26)]
    [InlineData(2026, 9, 2)]
    [InlineData(2027, 1, 1)]
    public void Holidays_are_known(int year, int month, int day) => Assert.Equal(KindOfDay.Holiday, SpecialDays.Usual.Of(new(year, month, day)));

    /// <summary>Decided for 25 January to 2 February: the weekends belong to it, and what comes after does not, whatever the moon says.</summary>
    [Theory]
    [InlineData(24, KindOfDay.Ordinary)]
    [InlineData(25, KindOfDay.Tet)]
    [InlineData(27, KindOfDay.Tet)]
    [InlineData(33, KindOfDay.Tet)]
    [InlineData(34, KindOfDay.Ordinary)]
    public void Tet_is_as_long_as_the_calendar_says(int dayOfYear, KindOfDay kind) =>
        Assert.Equal(kind, Shipped.Of(new DateOnly(2025, 1, 1).AddDays(dayOfYear - 1)));

    [Theory]
    [InlineData(2026, 11, 24, KindOfDay.Holiday)]    // by a resolution of 2026
    [InlineData(2026, 1, 1, KindOfDay.Holiday)]      // called Tết too, and no week
    [InlineData(2026, 1, 10, KindOfDay.Ordinary)]    // a Saturday that is worked
    [InlineData(2024, 4, 30, KindOfDay.Holiday)]     // a year of which the calendar says nothing
    [InlineData(2024, 2, 10, KindOfDay.Tet)]
    [InlineData(2027, 2, 8, KindOfDay.Tet)]          // only the first day is in the calendar yet
    public void The_calendar_counts_where_it_says_something(int year, int month, int day, KindOfDay kind) => Assert.Equal(kind, Shipped.Of(new(year, month, day)));

    [Fact]
    public void A_decision_makes_a_day_special_or_ordinary()
    {
        var decided = new CalendarChanged("01", "1/QĐ", new(2026, 1, 1), [new(new(2026, 9, 2), DayKind.Working, "Làm bù"), new(new(2026, 11, 22), DayKind.Holiday, "Nghỉ bão")], null, Given.Now);
        var days = new SpecialDays(Calendar.Days([decided]));

        Assert.Equal((KindOfDay.Ordinary, KindOfDay.Holiday), (days.Of(new(2026, 9, 2)), days.Of(new(2026, 11, 22))));
    }

    private static readonly SpecialDays Shipped = new(Calendar.Days([]));

    [Fact]
    public void Any_other_day_is_ordinary() => Assert.Equal(KindOfDay.Ordinary, SpecialDays.Usual.Of(new(2026, 11, 22)));
}
