using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Ecosystem.UnitTests.Feedback.Deadlines;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

/// <summary>Transfers, returns and refusals: nothing is closed because it is somebody else's matter, and nothing is played to and fro.</summary>
public class HandReportOnTests
{
    private const string Other = "01.00088.UBND", Coordinating = "01.UBND";

    private static readonly Official Coordinator = new("coordinator", Coordinating, ["coordinator"]);

    [Fact]
    public void A_unit_hands_a_report_to_the_one_whose_matter_it_is() =>
        Assert.Equal([new ReportTransferred(Unit, Other, Words, Now)], Transfer(Other, After(Assigned), InCharge));

    [Fact]
    public void Sent_twice_it_is_handed_on_once() => Assert.Empty(Transfer(Other, After(Assigned, new ReportTransferred(Unit, Other, Words, Now)), InCharge));

    [Fact]
    public void The_third_hand_over_goes_to_the_coordinating_unit_whatever_is_named()
    {
        var second = After(Assigned, new ReportTransferred(Unit, Other, Words, Now), new ReportTransferred(Other, Unit, Words, Now));

        Assert.Equal([new ReportTransferred(Unit, Coordinating, Words, Now)], Transfer(Other, second, InCharge));
    }

    [Fact]
    public void The_coordinating_unit_sends_it_on_and_the_count_begins_anew()
    {
        var third = After(Assigned, new ReportTransferred(Unit, Other, Words, Now), new ReportTransferred(Other, Unit, Words, Now), new ReportTransferred(Unit, Coordinating, Words, Now));
        var sent = Transfer(Other, third, Coordinator);

        Assert.Equal([new ReportTransferred(Coordinating, Other, Words, Now)], sent);
        Assert.Equal(0, sent.Aggregate(third, Report.Evolve).Handovers);
    }

    [Fact]
    public void An_unknown_unit_another_province_and_the_own_unit_are_refused()
    {
        Assert.Equal(ReportProblems.UnknownUnit, ProblemOf(() => TransferReport.Decide(new(Other, "not ours"), Words, isKnown: false, After(Assigned), InCharge, Now)));
        Assert.Equal(ReportProblems.UnknownUnit, ProblemOf(() => Transfer("31.00088.UBND", After(Assigned), InCharge)));
        Assert.Equal(ReportProblems.SameUnit, ProblemOf(() => Transfer(Unit, After(Accepted), InCharge)));
    }

    [Fact]
    public void What_no_unit_has_the_coordinating_unit_of_its_province_hands_over_and_nobody_else()
    {
        var unowned = After(Submitted, SettleDeadlines.Decide(After(Submitted), new Desk().Rules, Now));

        var handed = Transfer(Other, unowned, Coordinator);

        Assert.Equal([new ReportTransferred(Coordinating, Other, Words, Now)], handed);
        Assert.Equal((Other, ReportStatus.Assigned, 0), handed.Aggregate(unowned, Report.Evolve) is var now ? (now.Unit, now.Status, now.Handovers) : default);
        Assert.Equal(ReportProblems.UnknownUnit, ProblemOf(() => Transfer("31.00088.UBND", unowned, Coordinator)));
        Assert.All([InCharge, new("coordinator", "31.UBND", ["coordinator"]), new("front", "01.MTTQ", ["leader"])], (Official by) => Assert.Equal(Problem.NotFound, ProblemOf(() => Transfer(Other, unowned, by))));
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => AcceptReport.Decide(unowned, Coordinator, Now)));
    }

    [Fact]
    public void A_unit_returns_a_report_once()
    {
        var returned = Return(After(Assigned), InCharge);

        Assert.Equal([new ReportReturned(Unit, Coordinating, Words, Now)], returned);
        Assert.Equal(ReportProblems.ReturnedBefore, ProblemOf(() => Return(After(Assigned, [.. returned, new ReportTransferred(Coordinating, Unit, Words, Now)]), InCharge)));
        Assert.Equal(ReportProblems.ReturnedBefore, ProblemOf(() => Return(After(Assigned, returned), Coordinator)));
    }

    [Fact]
    public void What_was_accepted_is_not_returned() => Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => Return(After(Accepted), InCharge)));

    [Fact]
    public void A_refusal_has_a_reason_from_the_list_and_that_it_is_not_ours_is_none()
    {
        Assert.Equal([new ReportRejected(Reporter.Id, RejectionReason.NotAReport, Words, Unit, Now)], Reject(After(Assigned), InCharge));
        Assert.DoesNotContain(Enum.GetNames<RejectionReason>(), name => name.Contains("Pertain", StringComparison.Ordinal) || name.Contains("Unit", StringComparison.Ordinal));
    }

    [Fact]
    public void Refused_twice_is_refused_once_and_an_answered_report_cannot_be_refused()
    {
        Assert.Empty(Reject(After(Assigned, Reject(After(Assigned), InCharge)), InCharge));
        Assert.Equal(["rating", "reopening"], Refusal(() => Reject(After(Answered), InCharge)).Allowed!);
    }

    [Fact]
    public void Strangers_find_nothing_to_hand_on()
    {
        Assert.Equal(Problem.NotFound, ProblemOf(() => Transfer(Other, After(Assigned), Elsewhere)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => Return(After(Assigned), OtherKind)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => Reject(After(), InCharge)));
    }

    private static ReportEvent[] Transfer(string to, Report report, Official by) => TransferReport.Decide(new(to, "It is theirs."), Words, isKnown: true, report, by, Now);

    private static ReportEvent[] Return(Report report, Official by) => ReturnReport.Decide(Words, report, by, Now);

    private static ReportEvent[] Reject(Report report, Official by) => RejectReport.Decide(new(RejectionReason.NotAReport, "No report"), Words, report, by, Now);
}
