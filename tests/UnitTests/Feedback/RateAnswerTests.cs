using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class RateAnswerTests
{
    [Fact]
    public void The_reporter_rates_the_answer() => Assert.Equal([new ReportRated(4, Comment, Now, Unit)], Rate(4, Comment, After(Answered), Reporter));

    [Fact]
    public void A_comment_may_be_left_out() => Assert.Equal([new ReportRated(1, null, Now, Unit)], Rate(1, null, After(Answered), Reporter));

    [Fact]
    public void The_same_rating_again_changes_nothing() => Assert.Empty(Rate(4, Comment, After(Rated), Reporter));

    [Fact]
    public void Another_rating_is_refused()
    {
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => Rate(5, Comment, After(Rated), Reporter)));
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => Rate(4, null, After(Rated), Reporter)));
    }

    [Fact]
    public void There_is_nothing_to_rate_before_the_answer() => Assert.Equal(["answer"], Refusal(() => Rate(5, null, After(Accepted), Reporter)).Allowed!);

    [Fact]
    public void For_other_citizens_there_is_no_such_report() => Assert.Equal(Problem.NotFound, ProblemOf(() => Rate(5, null, After(Answered), Neighbour)));

    private static ReportEvent[] Rate(int rating, Sealed? comment, Report report, Citizen by) =>
        RateAnswer.Decide(new(rating), comment, report, by, Now);
}
