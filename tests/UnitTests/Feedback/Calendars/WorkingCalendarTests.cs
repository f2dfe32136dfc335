using System.Diagnostics;
using Ecosystem.Feedback.Calendars;

namespace Ecosystem.UnitTests.Feedback.Calendars;

/// <summary>Local times written as people say them; the faults that others published are named at their tests.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Shipped = Calendar.Build([]);

    [Theory]
    [InlineData("2026-11-20 08:00", 8, "2026-11-23 08:30")]     // Friday; a day has 7.5 hours
    [InlineData("2026-11-20 13:30", 3.5, "2026-11-20 17:00")]   // ends with the day and not on the next morning
    [InlineData("2026-11-20 10:30", 1, "2026-11-20 11:30")]
    [InlineData("2026-11-20 10:30", 1.5, "2026-11-20 14:00")]   // lunch is no working time
    [InlineData("2026-11-20 12:10", 1, "2026-11-20 14:30")]
    [InlineData("2026-11-20 17:00", 1, "2026-11-23 08:30")]     // at closing time
    [InlineData("2026-11-21 10:00", 4, "2026-11-23 11:30")]     // Saturday
    public void Working_hours_are_those_of_the_office(string from, double hours, string due) =>
        Assert.Equal(Local(due), Shipped.Add(Local(from), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-11-19 23:59")]
    [InlineData("2026-11-20 00:00")]
    [InlineData("2026-11-20 00:01")]
    [InlineData("2026-11-20 07:30")]
    public void Around_midnight_nothing_jumps(string from) =>    // zammad #3180, #4432; glpi #22678 came out at 00:00
        Assert.Equal(Local("2026-11-20 08:30"), Shipped.Add(Local(from), TimeSpan.FromHours(1)));

    [Fact]
    public void The_24th_of_November_is_a_day_off_from_2026_on()
    {
        Assert.False(Shipped.IsWorked(new(2026, 11, 24)));
        Assert.True(Shipped.IsWorked(new(2025, 11, 24)));
        Assert.Equal(Local("2026-11-25 09:30"), Shipped.Add(Local("2026-11-23 15:00"), TimeSpan.FromHours(4)));
    }

    [Fact]
    public void A_report_of_the_eve_of_Tet_is_not_late_when_the_offices_open_again()
    {
        var friday = Local("2026-02-13 16:30");

        Assert.Equal(TimeSpan.FromMinutes(30), Shipped.Between(friday, Local("2026-02-23 07:30")));
        Assert.Equal(Local("2026-02-23 08:00"), Shipped.Add(friday, TimeSpan.FromHours(1)));
        Assert.Equal(Local("2026-02-27 17:00"), Shipped.AddWorkingDays(friday, 5));
        Assert.Equal(Local("2026-02-27 17:00"), Shipped.AddWorkingDays(Local("2026-02-17 09:00"), 5));    // sent on the first day of Tết
    }

    [Fact]
    public void A_swapped_Saturday_is_worked_and_its_Friday_is_not()
    {
        Assert.False(Shipped.IsWorked(new(2026, 1, 2)));
        Assert.True(Shipped.IsWorked(new(2026, 1, 10)));
        Assert.Equal(TimeSpan.FromHours(7.5), Shipped.Between(Local("2026-01-10 00:00"), Local("2026-01-12 00:00")));
        Assert.Equal(Local("2026-01-10 17:00"), Shipped.AddWorkingDays(Local("2026-01-09 10:00"), 1));
    }

    [Fact]
    public void A_holiday_on_a_Sunday_is_made_up_for_on_the_next_working_day()
    {
        Assert.False(Shipped.IsWorked(new(2026, 4, 27)));
        Assert.False(Shipped.IsWorked(new(2028, 5, 2)));
        Assert.True(Shipped.IsWorked(new(2028, 5, 3)));
    }

    [Fact]
    public void On_a_half_day_only_the_morning_is_worked()
    {
        var calendar = new WorkingCalendar([new(new(2026, 11, 20), DayKind.HalfDay, "Ngày Nhà giáo")]);

        Assert.Equal(Local("2026-11-20 11:30"), calendar.AddWorkingDays(Local("2026-11-19 10:00"), 1));
        Assert.Equal(Local("2026-11-23 08:30"), calendar.Add(Local("2026-11-20 11:30"), TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("2026-11-02 09:00", 20, "2026-11-23 17:00")]    // the 22nd is a Sunday
    [InlineData("2026-11-04 09:00", 20, "2026-11-25 17:00")]    // the 24th is a holiday
    [InlineData("2026-11-06 23:59", 7, "2026-11-13 17:00")]
    public void Days_of_the_calendar_end_on_a_working_day(string from, int days, string due) => Assert.Equal(Local(due), Shipped.AddDays(Local(from), days));

    [Fact]
    public void Other_hours_hold_from_their_day_on()
    {
        var summer = new OfficeHours(new(7, 0), new(11, 0), new(14, 0), new(17, 30));
        var calendar = new WorkingCalendar([], [(new(2027, 4, 16), summer)]);

        Assert.Equal(Local("2027-04-15 17:00"), calendar.AddWorkingDays(Local("2027-04-14 09:00"), 1));
        Assert.Equal(Local("2027-04-16 17:30"), calendar.AddWorkingDays(Local("2027-04-14 09:00"), 2));
        Assert.Equal(TimeSpan.FromHours(7.5), calendar.Between(Local("2027-04-16 00:00"), Local("2027-04-17 00:00")));
    }

    [Fact]
    public void A_zero_limit_ends_where_it_begins_and_a_negative_one_is_refused()
    {
        var sunday = Local("2026-11-22 09:30");

        Assert.Equal([sunday, sunday, sunday], [Shipped.Add(sunday, TimeSpan.Zero), Shipped.AddWorkingDays(sunday, 0), Shipped.AddDays(sunday, 0)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.Add(sunday, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.AddWorkingDays(sunday, -1));
    }

    [Fact]
    public void A_hundred_thousand_deadlines_take_less_than_two_seconds_on_a_busy_machine()
    {
        var (start, watch, sum) = (Local("2026-01-01 00:00"), Stopwatch.StartNew(), TimeSpan.Zero);
        for (var nr = 0; nr < 100_000; nr++)
        {
            var from = start.AddMinutes(nr);
            sum += Shipped.Between(from, Shipped.Add(from, TimeSpan.FromMinutes(nr % 5_000)));
        }

        Assert.Equal(TimeSpan.FromMinutes(20 * 4_999L * 5_000 / 2), sum);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    internal static DateTimeOffset Local(string time) => DateTimeOffset.Parse($"{time}+07:00").ToUniversalTime();
}
