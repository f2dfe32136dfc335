using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Calendars.WorkingCalendarTests;

namespace Ecosystem.UnitTests.Feedback.Deadlines;

public sealed class PauseTests
{
    [Fact]
    public void Waiting_moves_the_answer_by_the_working_time_that_it_took_and_is_listed()
    {
        var desk = new Desk().Submitted().Accepted().Waiting("2026-11-17 10:00", "2026-12-01 10:00");
        Assert.Equal(ClockState.Paused, desk.StateAt(ClockName.Resolution, "2026-11-18 10:00"));

        desk.Resumed("2026-11-18 11:00");    // one day of 7.5 hours and one hour

        Assert.Equal(Local("2026-11-26 08:30"), desk.Clocks.Resolution!.Deadline.Due);    // from the 23rd at 17:00, over the 24th
        Assert.Equal((Local("2026-11-17 10:00"), Local("2026-11-18 11:00")), (desk.Clocks.Pauses[0].From, desk.Clocks.Pauses[0].To));
        Assert.Equal((Local("2026-11-23 17:00"), Local("2026-11-26 08:30")), (desk.Clocks.Moves[0].Old.Resolution!.Due, desk.Clocks.Moves[0].New.Resolution!.Due));
    }

    [Fact]
    public void While_it_waits_nothing_is_missed() =>
        Assert.Empty(new Desk().Submitted().Accepted().Waiting("2026-11-17 10:00", "2026-12-01 10:00").Sweep("2026-11-27 10:00").All<DeadlineEvent>().OfType<ReportEscalated>());

    [Fact]
    public void After_the_named_end_the_clocks_run_although_nobody_resumed()
    {
        var desk = new Desk().Submitted().Accepted().Waiting("2026-11-17 10:00", "2026-11-18 10:00").Sweep("2026-11-18 10:00");
        Assert.Equal(Local("2026-11-25 17:00"), desk.Clocks.Resolution!.Deadline.Due);
        Assert.Null(desk.Clocks.Paused);

        desk.Sweep("2026-11-25 17:00");
        Assert.Equal(1, desk.Clocks.Resolution!.Level);

        desk.Resumed("2026-11-26 10:00");
        Assert.Equal(Local("2026-11-25 17:00"), desk.Clocks.Resolution!.Deadline.Due);
    }

    [Fact]
    public void All_waiting_together_is_capped()
    {
        var desk = new Desk().WithLimits(ClockTests.Rule(resolution: 30, waiting: 10)).Submitted().Accepted();
        desk.Waiting("2026-11-16 14:00", "2026-11-17 09:00").Resumed("2026-11-17 08:30");    // four hours

        desk.Waiting("2026-11-17 09:00", "2026-12-10 09:00");

        Assert.Equal(Local("2026-11-17 17:00"), desk.Clocks.Paused!.Until);    // six hours are left
        desk.Sweep("2026-11-17 17:00");
        Assert.Null(desk.Clocks.Paused);
        Assert.Equal(Desk.Monday, desk.Clocks.SubmittedAt);
        Assert.Equal(desk.Rules.Calendar.Hours.Add(Desk.Monday, TimeSpan.FromHours(40)), desk.Clocks.Resolution!.Deadline.Due);
        desk.Then(new ReportResumed(null, Given.Unit, Local("2026-11-18 08:00"))).Sweep("2026-11-18 08:00").Waiting("2026-11-18 09:00", "2026-11-20 09:00");
        Assert.Null(desk.Clocks.Paused);    // nothing is left: the clocks go on at once
    }

    [Fact]
    public void What_was_waited_before_a_reopening_gives_no_time_after_it()
    {
        var desk = new Desk().Submitted().Accepted().Waiting("2026-11-16 10:00", "2026-12-01 10:00").Resumed("2026-11-18 10:00").Answered("2026-11-18 11:00");

        desk.Then(new ReportReopened("citizen-lan", Given.Unit, "01.UBND", ReopenedBy.Citizen, Given.Words, Local("2026-11-19 09:00"))).Sweep("2026-11-19 09:00");

        Assert.Equal(desk.Rules.Calendar.Hours.AddWorkingDays(Local("2026-11-19 09:00"), 5), desk.Clocks.Resolution!.Deadline.Due);
    }

    [Fact]
    public void Whoever_is_given_the_report_while_it_waits_has_running_clocks()
    {
        var desk = new Desk().Submitted().Accepted().Waiting("2026-11-17 10:00", "2026-12-01 10:00");

        desk.Then(new ReportTransferred(Given.Unit, "01.UBND", Given.Words, Local("2026-11-17 11:00"))).Sweep("2026-11-17 11:00");

        Assert.Null(desk.Clocks.Paused);
        Assert.Equal(Local("2026-11-25 08:30"), desk.Clocks.Resolution!.Deadline.Due);
    }

    [Fact]
    public void An_interim_answer_in_time_puts_the_answer_off_once()
    {
        var desk = new Desk().Submitted().Accepted().Promising("2026-12-02 10:00", at: "2026-11-20 10:00");
        Assert.Equal(Local("2026-12-02 10:00"), desk.Clocks.Resolution!.Deadline.Due);
        Assert.Equal(MoveReason.InterimAnswer, Assert.Single(desk.Clocks.Moves).Why);

        Assert.Equal(DeadlineProblems.PromisedBefore, Given.ProblemOf(() => Promise(desk, "2026-12-04 10:00", at: "2026-11-30 10:00")));
        Assert.Single(Promise(desk, "2026-12-01 10:00", at: "2026-11-30 10:00"));    // news without a later date
        desk.Promising("2026-12-01 10:00", at: "2026-11-30 10:00");
        Assert.Equal(Local("2026-12-02 10:00"), desk.Clocks.Resolution!.Deadline.Due);
    }

    [Fact]
    public void An_interim_answer_after_the_time_is_over_tells_the_citizen_and_moves_nothing()
    {
        var desk = new Desk().Submitted().Accepted().Sweep("2026-11-23 17:00").Promising("2026-12-02 10:00", at: "2026-11-23 17:01");

        Assert.Equal(Local("2026-11-23 17:00"), desk.Clocks.Resolution!.Deadline.Due);
        Assert.Single(Promise(desk, "2026-12-09 10:00", at: "2026-11-25 10:00"));
    }

    [Fact]
    public void Who_has_let_a_promised_date_pass_may_still_tell_the_citizen_of_another()
    {
        var desk = new Desk().Submitted().Accepted().Promising("2026-12-02 10:00", at: "2026-11-20 10:00").Sweep("2026-12-02 10:01");

        Assert.Single(Promise(desk, "2026-12-09 10:00", at: "2026-12-02 10:01"));
    }

    [Fact]
    public void A_date_too_far_away_counts_only_as_far_as_the_limit_goes() =>
        Assert.Equal(Local("2026-12-22 17:00"), new Desk().Submitted().Accepted().Promising("2027-01-15 10:00", at: "2026-11-23 10:00").Clocks.Resolution!.Deadline.Due);

    private static ReportEvent[] Promise(Desk desk, string date, string at) =>
        GiveInterimAnswer.Decide(new("Đang chờ vật tư, xin hẹn lại.", Local(date)), Given.Words, desk.Report, Given.InCharge, Local(at));
}
