using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class AnswerReportTests
{
    [Fact]
    public void The_unit_in_charge_answers_what_it_has_accepted() =>
        Assert.Equal([new ReportAnswered(Reporter.Id, Answer, Now, Unit)], Reply(After(Accepted), InCharge));

    [Fact]
    public void The_same_answer_again_changes_nothing() => Assert.Empty(Reply(After(Answered), InCharge));

    [Fact]
    public void Another_answer_is_refused() =>
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => AnswerReport.Decide(new Sealed("another"), After(Answered), InCharge, Now)));

    [Fact]
    public void It_must_be_accepted_first() => Assert.Contains("acceptance", Refusal(() => Reply(After(Assigned), InCharge)).Allowed!);

    [Fact]
    public void A_rated_answer_stands() => Assert.DoesNotContain("answer", Refusal(() => Reply(After(Rated), InCharge)).Allowed!);

    [Fact]
    public void For_other_units_there_is_no_such_report() => Assert.Equal(Problem.NotFound, ProblemOf(() => Reply(After(Accepted), Elsewhere)));

    private static ReportEvent[] Reply(Report report, Official by) => AnswerReport.Decide(Answer, report, by, Now);
}
