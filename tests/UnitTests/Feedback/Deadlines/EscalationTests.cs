using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Calendars.WorkingCalendarTests;

namespace Ecosystem.UnitTests.Feedback.Deadlines;

public sealed class EscalationTests
{
    [Fact]
    public void A_missed_answer_goes_up_the_ladder_each_level_once()
    {
        var desk = new Desk().Submitted().Accepted();
        foreach (var at in new[] { "2026-11-23 16:59", "2026-11-23 17:00", "2026-11-24 10:00", "2026-11-25 11:29", "2026-11-25 11:30", "2026-11-30 08:59", "2026-11-30 09:00", "2026-12-30 09:00" }) desk.Sweep(at);

        Assert.Equal(
            [(1, Given.Unit, Local("2026-11-23 17:00")), (2, "01.UBND", Local("2026-11-25 11:30")), (3, "01.UBND", Local("2026-11-30 09:00"))],
            desk.All<ReportEscalated>().Select(escalated => (escalated.Level, escalated.To, escalated.At)));
        Assert.All(desk.All<ReportEscalated>(), escalated => Assert.Equal((ClockName.Resolution, Given.Unit), (escalated.Clock, escalated.From)));
        Assert.Null(desk.Clocks.Sweep);
        Assert.NotNull(desk.Clocks.Next);
    }

    [Fact]
    public void Whoever_sweeps_late_tells_all_levels_that_should_know() =>
        Assert.Equal([1, 2, 3], new Desk().Submitted().Accepted().Sweep("2026-12-30 09:00").All<ReportEscalated>().Select(escalated => escalated.Level));

    [Fact]
    public void The_unit_is_warned_once_when_four_fifths_of_the_time_are_over()
    {
        var desk = new Desk(Severity.Urgent).Submitted().Accepted("2026-11-16 08:15").Sweep("2026-11-16 11:11").Sweep("2026-11-16 11:12").Sweep("2026-11-16 13:00");

        Assert.Equal((ClockName.Resolution, Local("2026-11-16 14:00"), Given.Unit), desk.All<DeadlineNeared>().Select(near => (near.Clock, near.Due, near.Unit)).Single());
    }

    [Fact]
    public void A_deadline_that_was_put_off_warns_anew()
    {
        var desk = new Desk().Submitted().Accepted().Sweep("2026-11-20 17:00");
        Assert.Single(desk.All<DeadlineNeared>());

        desk.WithDayOff(new DateOnly(2026, 11, 23)).Sweep("2026-11-20 17:01").Sweep("2026-11-25 16:59");

        Assert.Equal([Local("2026-11-23 17:00"), Local("2026-11-25 17:00")], desk.All<DeadlineNeared>().Select(near => near.Due));
    }

    [Fact]
    public void A_report_that_nobody_accepts_goes_up_as_well()
    {
        var desk = new Desk().Submitted().Sweep("2026-11-17 08:30");

        Assert.Equal((1, ClockName.FirstResponse, Given.Unit), desk.All<ReportEscalated>().Select(escalated => (escalated.Level, escalated.Clock, escalated.To)).Single());
    }

    [Fact]
    public void A_report_without_a_unit_goes_to_the_coordinating_one()
    {
        var desk = new Desk(unit: "").Submitted().Sweep("2026-11-17 08:30");

        Assert.Equal(("", "01.UBND"), desk.All<ReportEscalated>().Select(escalated => (escalated.From, escalated.To)).Single());
    }

    [Fact]
    public void Each_clock_has_a_ladder_of_its_own()
    {
        var desk = new Desk().Submitted().Sweep("2026-11-17 08:30").Accepted("2026-11-17 09:00").Sweep("2026-11-23 17:00");

        Assert.Equal([(ClockName.FirstResponse, 1), (ClockName.Resolution, 1)], desk.All<ReportEscalated>().Select(escalated => (escalated.Clock, escalated.Level)));
    }

    [Fact]
    public void Nobody_is_told_at_midnight_or_on_a_holiday()    // zammad #4432, glpi #22678
    {
        var desk = new Desk().Submitted().Accepted();

        for (var at = Desk.Monday; at < Desk.Monday.AddDays(40); at = at.AddMinutes(30)) desk.Sweep(at);

        Assert.Equal(4, desk.All<DeadlineEvent>().Count(happened => happened is ReportEscalated or DeadlineNeared));
        Assert.All(desk.All<ReportEscalated>().Select(one => one.At).Concat(desk.All<DeadlineNeared>().Select(one => one.At)), at =>
            Assert.NotEqual(TimeSpan.Zero, desk.Rules.Calendar.Hours.Between(at.AddMinutes(-30), at)));
    }

    [Fact]
    public void What_is_answered_closed_refused_or_merged_is_never_escalated()    // zammad kept escalations after the close
    {
        ReportEvent[] ends =
        [
            new ReportAnswered("citizen-lan", Given.Answer, Local("2026-11-17 10:00"), Given.Unit),
            new ReportClosed(Given.Unit, Local("2026-11-17 10:00")),
            new ReportRejected("citizen-lan", RejectionReason.NotAReport, Given.Words, Given.Unit, Local("2026-11-17 10:00")),
            new ReportMerged("citizen-lan", Guid.NewGuid(), Given.Unit, Local("2026-11-17 10:00")),
        ];

        Assert.All(ends, end => Assert.Empty(new Desk().Submitted().Accepted().Then(end).WithDayOff(new DateOnly(2026, 11, 18)).Sweep("2027-01-30 09:00").All<DeadlineEvent>().Where(happened => happened is not DeadlinesSet)));
    }

    [Fact]
    public void A_day_off_moves_the_deadlines_that_run_and_both_are_kept()
    {
        var desk = new Desk().Submitted().Accepted().WithDayOff(new DateOnly(2026, 11, 20)).Sweep("2026-11-18 10:00");

        var move = Assert.Single(desk.Clocks.Moves);
        Assert.Equal((MoveReason.Calendar, Local("2026-11-23 17:00"), Local("2026-11-25 17:00")), (move.Why, move.Old.Resolution!.Due, move.New.Resolution!.Due));
        Assert.Equal((1, Local("2026-11-17 08:30")), (desk.Clocks.CalendarVersion, desk.Clocks.FirstResponse!.Deadline.Due));
        Assert.Empty(desk.Sweep("2026-11-23 17:00").All<ReportEscalated>());
        Assert.Single(desk.Sweep("2026-11-25 17:00").All<ReportEscalated>());
    }

    [Fact]
    public void A_day_that_lies_outside_moves_nothing() =>
        Assert.Empty(new Desk().Submitted().Accepted().WithDayOff(new DateOnly(2026, 12, 20)).Sweep("2026-11-18 10:00").All<DeadlinesMoved>());

    [Fact]
    public void A_level_that_has_heard_hears_no_second_time_when_the_deadline_is_put_off_by_a_day_off()
    {
        var desk = new Desk().Submitted().Accepted().Sweep("2026-11-23 17:00").WithDayOff(new DateOnly(2026, 11, 20)).Sweep("2026-11-23 17:01").Sweep("2026-11-25 11:30");
        Assert.Equal([1], desk.All<ReportEscalated>().Select(escalated => escalated.Level));

        desk.Sweep("2026-12-30 17:00");
        Assert.Equal([1, 2, 3], desk.All<ReportEscalated>().Select(escalated => escalated.Level));
    }
}
