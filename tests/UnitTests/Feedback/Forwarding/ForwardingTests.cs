using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Forwarding;
using Ecosystem.Feedback.Reports;
using Microsoft.Extensions.Configuration;
using static Ecosystem.UnitTests.Feedback.Given;
using Way = Ecosystem.Feedback.Forwarding.Forwarding;

namespace Ecosystem.UnitTests.Feedback;

public class ForwardingTests
{
    private static readonly Guid Id = Guid.NewGuid();

    private static readonly TargetUse Use = new("Điện lực", "https://power.example.vn/v2", null, new Dictionary<string, string> { ["lighting"] = "L1" }.ToImmutableSortedDictionary(), [], "power");

    private static readonly TargetSet InForce = new("power", "01", Use, null, "12/QĐ-UBND", new(2026, 11, 1), null, Now);

    private static readonly ForwardingEvent
        Asked = new ForwardingAsked(Id, "power", Unit, Reporter.Id, Now),
        Started = new ForwardingStarted(Now.AddSeconds(40), Now),
        Sent = new ForwardingSent("42", Now);

    [Fact]
    public void A_unit_forwards_an_accepted_report_once()
    {
        Assert.Equal([Asked], Forward(Way.None));
        Assert.Equal(ForwardingProblems.ForwardedBefore, ProblemOf(() => Forward(After(Asked))));
    }

    [Fact]
    public void Neither_strangers_nor_reports_out_of_turn_nor_agencies_out_of_force_are_let_through()
    {
        Assert.Equal(Problem.NotFound, ProblemOf(() => ForwardReport.Decide(Id, Given.After(Accepted), "power", InForce, Way.None, Elsewhere, Now)));
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => ForwardReport.Decide(Id, Given.After(Answered), "power", InForce, Way.None, InCharge, Now)));
        Assert.Equal(ForwardingProblems.UnknownTarget, ProblemOf(() => ForwardReport.Decide(Id, Given.After(Accepted), "power", null, Way.None, InCharge, Now)));
        Assert.Equal(ForwardingProblems.UnknownTarget, ProblemOf(() => ForwardReport.Decide(Id, Given.After(Accepted), "power", InForce with { Use = Use with { Units = ["01.00004.UBND"] } }, Way.None, InCharge, Now)));
    }

    [Fact]
    public void Only_one_instance_starts_a_try_and_an_abandoned_one_is_taken_up_again()
    {
        Assert.Single(Dispatch.Start(After(Asked), Now));
        Assert.Empty(Dispatch.Start(After(Asked, Started), Now.AddSeconds(39)));
        Assert.Single(Dispatch.Start(After(Asked, Started), Now.AddSeconds(40)));
        Assert.Empty(Dispatch.Start(After(Asked, Started, Sent), Now.AddDays(1)));
    }

    [Fact]
    public void What_failed_is_tried_after_five_minutes_and_then_every_thirty()
    {
        var schedule = ForwardingSchedule.From(new ConfigurationBuilder().Build());
        var once = After([Asked, Started, .. Dispatch.Settle(null, "no connection", schedule.After(0), After(Asked, Started), Now)]);
        var twice = Way.Evolve(once, new ForwardingFailed("no connection", Now + schedule.After(once.Attempts), Now));

        Assert.Equal((ForwardingState.Failed, 1, Now.AddMinutes(5)), (once.State, once.Attempts, once.Due));
        Assert.Equal((2, Now.AddMinutes(30)), (twice.Attempts, twice.Due));
        Assert.Empty(Dispatch.Start(once, Now.AddMinutes(4)));
        Assert.Single(Dispatch.Start(once, Now.AddMinutes(5)));
    }

    [Fact]
    public void A_schedule_that_cannot_be_read_stops_the_start() =>
        Assert.Throws<InvalidOperationException>(() => ForwardingSchedule.From(new ConfigurationBuilder().AddInMemoryCollection([new("ECOSYSTEM_FORWARDING_SCHEDULE", "300,1800")]).Build()));

    [Fact]
    public void An_update_counts_once_and_never_when_it_is_older_than_what_is_known()
    {
        var heard = After(Asked, Started, Sent, Hear("b", isOpen: true, 10));

        Assert.Empty(HearUpdate.Decide("b", false, null, Now.AddMinutes(20), heard, Now));
        Assert.Empty(HearUpdate.Decide("a", false, null, Now.AddMinutes(9), heard, Now));
        Assert.Empty(HearUpdate.Decide("c", false, null, Now.AddMinutes(10), heard, Now));
        Assert.Equal([Hear("c", isOpen: false, 11)], HearUpdate.Decide("c", false, null, Now.AddMinutes(11), heard, Now));
        Assert.Empty(HearUpdate.Decide("c", false, null, Now, After(Asked), Now));
    }

    [Fact]
    public void A_forwarded_report_stays_the_units_and_comes_back_to_it_when_the_agency_is_done()
    {
        var gone = Given.After(Accepted, Dispatch.Gone("power", Given.After(Accepted), Now));
        var back = HearUpdate.Back("power", gone, Now).Aggregate(gone, Report.Evolve);

        Assert.Equal((ReportStatus.Forwarded, Unit), (gone.Status, gone.Unit));
        Assert.Contains("answer", Steps.From(gone.Status));
        Assert.Equal(ReportStatus.InProgress, back.Status);
        Assert.Empty(HearUpdate.Back("power", back, Now));
        Assert.Empty(Dispatch.Gone("power", Given.After(Answered), Now));
    }

    [Fact]
    public void Failures_are_summed_up_once_a_day_and_only_where_there_are_any()
    {
        var targets = new Dictionary<string, int> { ["power"] = 3 };

        Assert.Equal("01.UBND", Assert.IsType<FailuresSummed>(Assert.Single(SumFailures.Decide("01", new(2026, 11, 22), targets, new(IsTold: false), Now))).Unit);
        Assert.Empty(SumFailures.Decide("01", new(2026, 11, 22), targets, new(IsTold: true), Now));
        Assert.Empty(SumFailures.Decide("01", new(2026, 11, 22), new Dictionary<string, int>(), new(IsTold: false), Now));
    }

    [Fact]
    public void An_agency_is_set_by_the_coordinating_unit_alone_from_a_day_on()
    {
        var command = new SetTarget.Command("Điện lực", "https://power.example.vn/v2/", "12/QĐ-UBND", new(2026, 12, 1), new Dictionary<string, string> { ["lighting"] = "L1" }, new(2026, 12, 31));
        var set = SetTarget.Decide("power", command, null, Target.None, Above, Now).Aggregate(Target.None, Target.Evolve);

        Assert.Equal(FeedbackProblems.NotCoordinating, ProblemOf(() => SetTarget.Decide("power", command, null, Target.None, InCharge, Now)));
        Assert.Empty(SetTarget.Decide("power", command, null, set, Above, Now));
        Assert.Null(set.InForce(new(2026, 11, 30)));
        Assert.Equal("https://power.example.vn/v2", set.InForce(new(2026, 12, 1))!.Use.Url);
        Assert.Null(set.InForce(new(2027, 1, 1)));
    }

    private static ForwardingEvent[] Forward(Way forwarding) => ForwardReport.Decide(Id, Given.After(Accepted), "power", InForce, forwarding, InCharge, Now);

    private static UpdateHeard Hear(string update, bool isOpen, int minutes) => new(update, isOpen, null, Now.AddMinutes(minutes), Now);

    private static Way After(params IEnumerable<ForwardingEvent> events) => events.Aggregate(Way.None, Way.Evolve);
}
