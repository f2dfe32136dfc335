using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Calendars;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Calendars;

public sealed class ChangeCalendarTests
{
    private static readonly ChangeCalendar.Command Tet = new("123/QĐ-TTg", new(2026, 12, 1),
        [new(new(2027, 2, 8), DayKind.Holiday, "Tết Đinh Mùi"), new(new(2027, 2, 5), DayKind.Holiday, "Tết Đinh Mùi"), new(new(2027, 2, 20), DayKind.MakeUp, "Làm bù")]);

    [Fact]
    public void A_decision_changes_days_from_its_validity_on_and_not_before()
    {
        var calendar = After(Tet);

        Assert.Empty(calendar.InForce(new(2026, 11, 30)));
        Assert.True(Calendar.Build(calendar.InForce(new(2026, 11, 30))).IsWorked(new(2027, 2, 8)));
        Assert.Single(calendar.InForce(new(2026, 12, 1)));
        var inForce = Calendar.Build(calendar.InForce(new(2026, 12, 1)));
        Assert.Equal([false, false, true, false], new DateOnly[] { new(2027, 2, 5), new(2027, 2, 8), new(2027, 2, 20), new(2027, 1, 1) }.Select(inForce.IsWorked));
    }

    [Fact]
    public void The_later_of_two_decisions_counts_and_the_number_of_those_in_force_only_grows()
    {
        var calendar = After(Tet, Tet with { Decision = "124/QĐ-TTg", ValidFrom = new(2026, 12, 5), Days = [new(new(2027, 2, 8), DayKind.Working, "Sửa đổi")] }, Tet with { Decision = "125/QĐ-TTg", ValidFrom = new(2026, 11, 1) });

        Assert.Equal([1, 2, 3], new DateOnly[] { new(2026, 11, 30), new(2026, 12, 1), new(2026, 12, 5) }.Select(day => calendar.InForce(day).Count));
        Assert.True(Calendar.Build(calendar.InForce(new(2026, 12, 5))).IsWorked(new(2027, 2, 8)));
    }

    [Fact]
    public void Office_hours_hold_from_the_validity_on()
    {
        var change = After(Tet with { Days = [], Hours = new(new(8, 0), new(12, 0), new(13, 0), new(17, 0)) }).InForce(new(2026, 12, 1));

        Assert.Equal(TimeSpan.FromHours(8), Calendar.Build(change).Between(LocalTime.Beginning(new(2026, 12, 1)), LocalTime.Beginning(new(2026, 12, 2))));
        Assert.Equal(TimeSpan.FromHours(7.5), Calendar.Build(change).Between(LocalTime.Beginning(new(2026, 11, 30)), LocalTime.Beginning(new(2026, 12, 1))));
    }

    [Fact]
    public void The_same_decision_again_changes_nothing() => Assert.Empty(ChangeCalendar.Decide(Tet, "01", After(Tet), Now));

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        var day = Tet.Days[0];

        Assert.Equal(CalendarProblems.DayTwice, ProblemOf(() => Decide(Tet with { Days = [day, day with { Kind = DayKind.HalfDay }] })));
        Assert.Equal(CalendarProblems.NothingToChange, ProblemOf(() => Decide(Tet with { Days = [] })));
        Assert.Equal(CalendarProblems.HoursOutOfOrder, ProblemOf(() => Decide(Tet with { Hours = new(new(8, 0), new(14, 0), new(13, 0), new(17, 0)) })));
    }

    [Fact]
    public void Only_the_coordinating_unit_of_the_province_changes_its_calendar()
    {
        CoordinatingUnit.Require(Above, "01");

        Assert.Equal(FeedbackProblems.NotCoordinating, ProblemOf(() => { CoordinatingUnit.Require(InCharge, "01"); return 0; }));
        Assert.Equal(Problem.NotFound, ProblemOf(() => { CoordinatingUnit.Require(Above, "31"); return 0; }));
    }

    [Fact]
    public void The_shipped_table_is_read_whole_and_says_what_is_not_sure()
    {
        Assert.Equal(63, ShippedDays.All.Count);
        Assert.Equal(ShippedDays.All.Count, ShippedDays.All.DistinctBy(shipped => shipped.Day.Date).Count());
        Assert.Contains(ShippedDays.All, shipped => shipped.Day.Name == "Quốc khánh (+1 adjacent day, 1/9 or 3/9, fixed yearly)" && shipped.Verification == "verified rule");
        Assert.Equal(5, ShippedDays.All.Count(shipped => shipped.Verification is "CHECK" or "UNVERIFIED"));
    }

    private static Calendar After(params ChangeCalendar.Command[] commands) =>
        commands.Aggregate(Calendar.Shipped, (calendar, command) => ChangeCalendar.Decide(command, "01", calendar, Now).Aggregate(calendar, Calendar.Evolve));

    private static CalendarEvent[] Decide(ChangeCalendar.Command command) => ChangeCalendar.Decide(command, "01", Calendar.Shipped, Now);
}
