using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Calendars.WorkingCalendarTests;

namespace Ecosystem.UnitTests.Feedback.Deadlines;

public sealed class ClockTests
{
    [Theory]
    [InlineData(Severity.Normal, Source.App, "2026-11-17 08:30", "2026-11-23 17:00")]     // 8 working hours, 5 working days
    [InlineData(Severity.Urgent, Source.Hotline, "2026-11-16 09:00", "2026-11-16 14:00")]
    [InlineData(Severity.Normal, Source.Partner, "2026-11-17 08:30", "2026-12-07 17:00")] // 20 days end on a Sunday
    public void A_report_has_its_deadlines_from_its_first_moment(Severity severity, Source source, string first, string resolution)
    {
        var set = Assert.Single(new Desk(severity, source).Submitted().All<DeadlinesSet>());

        Assert.Equal((Local(first), Local(resolution)), (set.Due.FirstResponse!.Due, set.Due.Resolution!.Due));
        Assert.Null(set.Due.Update);
    }

    [Fact]
    public void Ten_moves_to_other_units_start_no_clock_anew()
    {
        var desk = new Desk().Submitted();
        var before = desk.Clocks;

        for (var nr = 0; nr < 10; nr++)
            desk.Then(new ReportTransferred(Given.Unit, $"01.000{80 + nr}.UBND", Given.Words, Desk.Monday.AddMinutes(nr))).Sweep(Desk.Monday.AddMinutes(nr));

        Assert.Equal((before.Due, before.SubmittedAt, before.Sweep), (desk.Clocks.Due, desk.Clocks.SubmittedAt, desk.Clocks.Sweep));
        Assert.Empty(desk.All<DeadlinesMoved>());
    }

    [Fact]
    public void The_buckets_are_within_approaching_and_breached()
    {
        var desk = new Desk(Severity.Urgent).Submitted().Accepted("2026-11-16 08:15");    // due at 14:00, four working hours; 80 % of them are over at 11:12

        Assert.Equal(
            [ClockState.Within, ClockState.Approaching, ClockState.Approaching, ClockState.Breached],
            new[] { "2026-11-16 11:11", "2026-11-16 11:12", "2026-11-16 13:59", "2026-11-16 14:00" }.Select(at => desk.StateAt(ClockName.Resolution, at)));
    }

    [Fact]
    public void A_clock_that_is_met_says_whether_that_was_in_time()
    {
        var desk = new Desk().Submitted().Accepted("2026-11-17 08:31").Answered("2026-11-23 17:00");

        Assert.Equal([ClockState.MetLate, ClockState.Met], ShownClock.AllOf(desk.Clocks, Local("2026-12-24 00:00")).Select(clock => clock.State));
        Assert.Null(desk.Clocks.Sweep);
        Assert.Null(desk.Clocks.Next);
    }

    [Fact]
    public void An_urgent_report_needs_no_first_response_after_its_answer_is_due() =>
        Assert.Equal(Local("2026-11-16 08:00"), new Desk().WithLimits(Rule(first: 8, resolution: 0)).Submitted().Clocks.FirstResponse!.Deadline.Due);

    [Fact]
    public void An_update_is_due_only_from_the_first_response_on()    // zammad #5177: there the update overruled the first response
    {
        var desk = new Desk(source: Source.Partner).Submitted();
        Assert.Null(desk.Clocks.Update);

        desk.Accepted("2026-11-16 09:00");
        Assert.Equal(Local("2026-11-23 17:00"), desk.Clocks.Update!.Deadline.Due);

        desk.Then(new ReportStarted(Given.Unit, Local("2026-11-20 10:00"))).Sweep("2026-11-20 10:00");
        Assert.Equal(Local("2026-11-27 17:00"), desk.Clocks.Update!.Deadline.Due);
        Assert.Equal(Local("2026-12-07 17:00"), desk.Clocks.Resolution!.Deadline.Due);
    }

    [Fact]
    public void A_reopened_report_gets_a_new_time_for_its_answer_and_keeps_its_age()
    {
        var desk = new Desk().Submitted().Accepted().Answered("2026-11-17 10:00");

        desk.Then(new ReportReopened("citizen-lan", Given.Unit, "01.UBND", ReopenedBy.Citizen, Given.Words, Local("2026-11-18 10:00"))).Sweep("2026-11-18 10:00");

        Assert.Equal(Local("2026-11-26 17:00"), desk.Clocks.Resolution!.Deadline.Due);    // the 24th is a holiday
        Assert.Equal((Desk.Monday, Local("2026-11-16 09:00")), (desk.Clocks.SubmittedAt, desk.Clocks.RespondedAt));
        Assert.Equal(MoveReason.Reopening, Assert.Single(desk.Clocks.Moves).Why);
    }

    [Fact]
    public void A_report_of_an_unknown_way_in_gets_its_deadlines_by_the_next_sweep()
    {
        var desk = new Desk(unit: "").Submitted();
        Assert.Equal((null, Desk.Monday.ToUnixTimeMilliseconds()), (desk.Clocks.Limits, desk.Clocks.Sweep!.Value));

        desk.Sweep("2026-11-16 10:00");

        Assert.Equal(Local("2026-11-23 17:00"), desk.Clocks.Resolution!.Deadline.Due);    // from the submission, not from the sweep
    }

    [Fact]
    public void Drafted_limits_are_replayed_over_reports_that_were_answered()
    {
        var desk = new Desk().Submitted().Accepted().Answered("2026-11-18 10:00");    // within five days, but not within ten hours
        var row = desk.Events.Aggregate(default(ReportRow), (before, happened) => ReportRow.Fold(before, Guid.Empty, happened))!;

        Assert.Equal(new(2, 0, 2), ReplayTimeLimits.Decide([row, row], [Rule(resolution: 10)], Desk.Categories, desk.Rules.Calendar.Hours, Local("2026-12-24 00:00")));
        Assert.Equal(new(1, 0, 0), ReplayTimeLimits.Decide([row], [Rule(resolution: 30)], Desk.Categories, desk.Rules.Calendar.Hours, Local("2026-12-24 00:00")));
    }

    [Fact]
    public void What_is_stored_is_read_back_as_it_was()
    {
        var desk = new Desk().Submitted().Accepted().Waiting("2026-11-17 10:00", "2026-12-01 10:00").Resumed("2026-11-18 11:00").Sweep("2026-12-09 11:00");
        var json = new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

        var stored = System.Text.Json.JsonSerializer.Serialize(desk.Clocks, json);
        var read = System.Text.Json.JsonSerializer.Deserialize<Clocks>(stored, json)!;

        Assert.Equal(stored, System.Text.Json.JsonSerializer.Serialize(read, json));
        Assert.Equal((desk.Clocks.Due, desk.Clocks.Sweep, desk.Clocks.Next, desk.Clocks.Limits), (read.Due, read.Sweep, read.Next, read.Limits));
    }

    internal static Ecosystem.Feedback.TimeLimits.LimitRule Rule(int first = 8, int resolution = 30, int second = 4, int third = 24, int waiting = 75, int extension = 75) => new(
        FirstResponse: Hours(first), Resolution: Hours(resolution), Waiting: Hours(waiting), Extension: Hours(extension), Ladder: new(Hours(second), Hours(third)));

    private static Ecosystem.Feedback.TimeLimits.TimeLimit Hours(int amount) => new(amount, Ecosystem.Feedback.TimeLimits.LimitUnit.WorkingHours);
}
