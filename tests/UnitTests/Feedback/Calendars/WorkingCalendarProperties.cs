using Ecosystem.Feedback.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Ecosystem.UnitTests.Feedback.Calendars;

/// <summary>What holds for working time at any moment, on any calendar.</summary>
public sealed class WorkingCalendarProperties
{
    private static readonly DateTimeOffset Start = LocalTime.Beginning(new(2026, 1, 1));

    private static readonly Gen<DateTimeOffset> Times = Gen.OneOf(
        from minutes in Gen.Choose(0, 4 * 365 * 24 * 60) from ticks in Gen.Choose(0, 599_999_999) select Start.AddMinutes(minutes).AddTicks(ticks),
        from days in Gen.Choose(0, 4 * 365) from halves in Gen.Elements(0, 15, 23, 27, 34, 48) select Start.AddDays(days).AddMinutes(30 * halves));

    private static readonly Gen<CalendarDay> SpecialDays =
        from days in Gen.Choose(0, 4 * 365) from kind in Gen.Elements(Enum.GetValues<DayKind>()) select new CalendarDay(new DateOnly(2026, 1, 1).AddDays(days), kind, "any");

    private static readonly Gen<WorkingCalendar> Calendars = Gen.Elements(
        Gen.ArrayOf(SpecialDays).Sample(12, 40).Select(days => new WorkingCalendar(days))
            .Append(Calendar.Build([]))
            .Append(new WorkingCalendar([], [(new(2027, 4, 16), new(new(7, 0), new(11, 0), new(11, 0), new(16, 30)))])).ToArray());

    private static readonly Arbitrary<(WorkingCalendar Calendar, DateTimeOffset[] Times, TimeSpan Length, int Days)> Moments = Arb.From(
        from calendar in Calendars from times in Gen.ArrayOf(Times, 3) from minutes in Gen.Choose(0, 20_000) from ticks in Gen.Choose(0, 599_999_999) from days in Gen.Choose(0, 60)
        select (calendar, times.Order().ToArray(), TimeSpan.FromMinutes(minutes) + TimeSpan.FromTicks(ticks), days));

    [Fact]
    public void Working_time_is_never_negative_and_never_longer_than_time() => Holds((calendar, times, _, _) =>
        Assert.All(from one in times from other in times select (one, other), pair =>
            Assert.InRange(calendar.Between(pair.one, pair.other), TimeSpan.Zero, pair.one < pair.other ? pair.other - pair.one : TimeSpan.Zero)));

    [Fact]
    public void Working_time_adds_up_over_any_split() => Holds((calendar, times, _, _) =>
        Assert.Equal(calendar.Between(times[0], times[2]), calendar.Between(times[0], times[1]) + calendar.Between(times[1], times[2])));

    [Fact]
    public void What_is_added_is_what_lies_between() => Holds((calendar, times, length, _) =>
        Assert.Equal(length, calendar.Between(times[0], calendar.Add(times[0], length))));

    [Fact]
    public void Adding_what_lies_between_never_goes_beyond_and_only_over_time_that_is_not_worked() => Holds((calendar, times, _, _) =>
    {
        var reached = calendar.Add(times[0], calendar.Between(times[0], times[1]));

        Assert.True(reached <= times[1]);
        Assert.Equal(TimeSpan.Zero, calendar.Between(reached, times[1]));
    });

    [Fact]
    public void Adding_twice_is_adding_the_sum() => Holds((calendar, times, length, days) =>
    {
        Assert.Equal(calendar.Add(times[0], length + TimeSpan.FromHours(days)), calendar.Add(calendar.Add(times[0], length), TimeSpan.FromHours(days)));
        Assert.Equal(calendar.AddWorkingDays(times[0], days + 3), calendar.AddWorkingDays(calendar.AddWorkingDays(times[0], days), 3));
    });

    [Fact]
    public void A_pause_moves_a_deadline_by_the_working_time_that_it_took() => Holds((calendar, times, length, _) =>
    {
        var (paused, resumed) = (times[1], times[2]);
        var due = calendar.Add(calendar.Add(times[0], length), calendar.Between(paused, resumed));

        Assert.Equal(length + calendar.Between(paused, resumed), calendar.Between(times[0], due));
    });

    [Fact]
    public void Whoever_comes_later_is_due_no_earlier() => Holds((calendar, times, length, days) =>
    {
        Assert.True(calendar.Add(times[0], length) <= calendar.Add(times[1], length));
        Assert.True(calendar.AddWorkingDays(times[0], days + 1) <= calendar.AddWorkingDays(times[1], days + 1));
        Assert.True(calendar.AddDays(times[0], days + 1) <= calendar.AddDays(times[1], days + 1));
    });

    [Fact]
    public void A_longer_limit_ends_no_earlier_and_none_ends_before_it_begins() => Holds((calendar, times, length, days) =>
    {
        Assert.True(times[0] <= calendar.Add(times[0], length) && calendar.Add(times[0], length) <= calendar.Add(times[0], length + TimeSpan.FromTicks(1)));
        Assert.True(times[0] <= calendar.AddWorkingDays(times[0], days) && calendar.AddWorkingDays(times[0], days) <= calendar.AddWorkingDays(times[0], days + 1));
    });

    [Fact]
    public void Deadlines_fall_into_office_hours_or_at_their_end() => Holds((calendar, times, length, days) =>
    {
        DateTimeOffset[] ends = [calendar.Add(times[0], length + TimeSpan.FromTicks(1)), calendar.AddWorkingDays(times[0], days + 1), calendar.AddDays(times[0], days + 1)];

        Assert.All(ends, end => Assert.Equal(TimeSpan.FromTicks(1), calendar.Between(end.AddTicks(-1), end)));
    });

    private static void Holds(Action<WorkingCalendar, DateTimeOffset[], TimeSpan, int> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Moments, moment => property(moment.Calendar, moment.Times, moment.Length, moment.Days)));
}
