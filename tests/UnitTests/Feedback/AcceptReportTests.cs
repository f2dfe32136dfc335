using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class AcceptReportTests
{
    [Fact]
    public void The_unit_in_charge_accepts() => Assert.Equal([new ReportAccepted(Now, Unit)], Accept(After(Assigned), InCharge));

    [Fact]
    public void The_unit_above_may_accept_for_it() => Assert.Equal([new ReportAccepted(Now, Unit)], Accept(After(Assigned), Above));

    [Fact]
    public void A_second_acceptance_changes_nothing() => Assert.Empty(Accept(After(Accepted), InCharge));

    [Fact]
    public void For_whoever_is_limited_to_other_categories_there_is_no_such_report()
    {
        Assert.Single(Accept(After(Assigned), InCharge with { Categories = ["lighting"] }));
        Assert.Equal(Problem.NotFound, ProblemOf(() => Accept(After(Assigned), InCharge with { Categories = ["trees"] })));
        Assert.Equal(Problem.NotFound, ProblemOf(() => Accept(After(Assigned), InCharge with { Categories = [] })));
    }

    [Fact]
    public void For_other_units_there_is_no_such_report()
    {
        Assert.Equal(Problem.NotFound, ProblemOf(() => Accept(After(Assigned), Elsewhere)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => Accept(After(Assigned), OtherKind)));
    }

    [Fact]
    public void A_report_that_is_not_there_cannot_be_accepted() => Assert.Equal(Problem.NotFound, ProblemOf(() => Accept(After(), InCharge)));

    [Fact]
    public void After_the_answer_it_is_too_late_and_the_refusal_says_what_comes_next() =>
        Assert.Equal(["rating", "reopening"], Refusal(() => Accept(After(Answered), InCharge)).Allowed!);

    private static ReportEvent[] Accept(Report report, Official by) => AcceptReport.Decide(report, by, Now);
}
