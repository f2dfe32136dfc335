using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

/// <summary>Work begins, waits in named states only, and goes on.</summary>
public class WaitTests
{
    private static readonly DateTimeOffset Until = Now.AddDays(3);

    private static readonly ReportWaiting ForCitizen = new(Reporter.Id, WaitingFor.Citizen, Words, Until, Unit, Now);

    [Fact]
    public void Work_begins_once()
    {
        Assert.Equal([new ReportStarted(Unit, Now)], StartReport.Decide(After(Accepted), InCharge, Now));
        Assert.Empty(StartReport.Decide(After(Accepted, new ReportStarted(Unit, Now)), InCharge, Now));
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => StartReport.Decide(After(Assigned), InCharge, Now)));
    }

    [Fact]
    public void It_waits_for_the_citizen_and_a_repeat_changes_nothing()
    {
        Assert.Equal([ForCitizen], Wait(After(Accepted), Until));
        Assert.Empty(Wait(After(Accepted, ForCitizen), Until));
    }

    [Fact]
    public void It_waits_at_most_thirty_days_and_not_into_the_past()
    {
        Assert.Single(Wait(After(Accepted), Now + SuspendReport.Longest));
        Assert.Equal(ReportProblems.WaitingTooLong, ProblemOf(() => Wait(After(Accepted), Now + SuspendReport.Longest + TimeSpan.FromSeconds(1))));
        Assert.Equal(ReportProblems.WaitingTooLong, ProblemOf(() => Wait(After(Accepted), Now)));
    }

    [Fact]
    public void What_was_not_accepted_cannot_wait() => Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => Wait(After(Assigned), Until)));

    [Fact]
    public void The_citizen_tells_and_work_goes_on() =>
        Assert.Equal([new ReportResumed(Words, Unit, Now)], GiveInformation.Decide(Words, After(Accepted, ForCitizen), Reporter, Now));

    [Fact]
    public void Nobody_is_asked_while_a_third_party_is_waited_for() =>
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => GiveInformation.Decide(Words, After(Accepted, ForCitizen with { For = WaitingFor.ThirdParty }), Reporter, Now)));

    [Fact]
    public void The_unit_goes_on_without_an_answer()
    {
        Assert.Equal([new ReportResumed(null, Unit, Now)], ResumeReport.Decide(After(Accepted, ForCitizen), InCharge, Now));
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => ResumeReport.Decide(After(Accepted), InCharge, Now)));
    }

    [Fact]
    public void It_goes_on_by_itself_when_the_time_is_over()
    {
        Assert.Empty(ResumeReport.Decide(After(Accepted, ForCitizen), Until.AddSeconds(-1)));
        Assert.Equal([new ReportResumed(null, Unit, Until)], ResumeReport.Decide(After(Accepted, ForCitizen), Until));
        Assert.Empty(ResumeReport.Decide(After(Accepted), Until));
    }

    [Fact]
    public void While_it_waits_it_is_not_answered() => Assert.Contains("resumption", Refusal(() => AnswerReport.Decide(new(Answer), [], After(Accepted, ForCitizen), InCharge, Now)).Allowed!);

    [Fact]
    public void A_neighbour_can_tell_nothing() => Assert.Equal(Problem.NotFound, ProblemOf(() => GiveInformation.Decide(Words, After(Accepted, ForCitizen), Neighbour, Now)));

    [Fact]
    public void An_interim_answer_promises_a_time_within_sixty_days()
    {
        Assert.Equal([new InterimAnswerGiven(Reporter.Id, Words, Until, Unit, Now)], Promise(Until));
        Assert.Single(Promise(Now + GiveInterimAnswer.Longest));
        Assert.Equal(ReportProblems.PromiseOutOfRange, ProblemOf(() => Promise(Now + GiveInterimAnswer.Longest + TimeSpan.FromSeconds(1))));
        Assert.Equal(ReportProblems.PromiseOutOfRange, ProblemOf(() => Promise(Now)));
    }

    private static ReportEvent[] Wait(Report report, DateTimeOffset until) => SuspendReport.Decide(new(WaitingFor.Citizen, "Which house is it?", until), Words, report, InCharge, Now);

    private static ReportEvent[] Promise(DateTimeOffset promised) => GiveInterimAnswer.Decide(new("It takes longer.", promised), Words, After(Accepted), InCharge, Now);
}
