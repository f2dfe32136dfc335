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
    public void A_comment_may_be_left_out() => Assert.Equal([new ReportRated(3, null, Now, Unit)], Rate(3, null, After(Answered), Reporter));

    [Fact]
    public void The_same_rating_again_changes_nothing() => Assert.Empty(Rate(4, Comment, After(Rated), Reporter));

    [Fact]
    public void Another_rating_is_refused()
    {
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => Rate(5, Comment, After(Rated), Reporter)));
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => Rate(4, null, After(Rated), Reporter)));
    }

    [Fact]
    public void There_is_nothing_to_rate_before_the_answer() => Assert.Contains("answer", Refusal(() => Rate(5, null, After(Accepted), Reporter)).Allowed!);

    [Fact]
    public void For_other_citizens_there_is_no_such_report() => Assert.Equal(Problem.NotFound, ProblemOf(() => Rate(5, null, After(Answered), Neighbour)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_poor_verdict_takes_it_to_the_level_above(int rating) =>
        Assert.Equal([new ReportRated(rating, null, Now, Unit), new ReportReopened(Reporter.Id, Unit, "01.UBND", ReopenedBy.Verdict, null, Now)], Rate(rating, null, After(Answered), Reporter));

    [Fact]
    public void It_does_so_once()
    {
        ReportEvent[] poor = Rate(1, null, After(Answered), Reporter);
        var again = poor.Append(new ReportAccepted(Now)).Append(new ReportAnswered(Reporter.Id, Answer, Now, "01.UBND")).Aggregate(After(Answered), Report.Evolve);

        Assert.Equal([new ReportRated(1, null, Now, "01.UBND")], Rate(1, null, again, Reporter));
        Assert.Empty(Rate(1, null, poor.Aggregate(After(Answered), Report.Evolve), Reporter));
    }

    [Fact]
    public void The_window_is_counted_from_the_stored_answer_to_the_second()
    {
        var answered = new ReportAnswered(Reporter.Id, Answer, Now - Window.Length, Unit);
        var (last, late) = (Report.Evolve(After(Accepted), answered), Report.Evolve(After(Accepted), answered with { At = answered.At.AddSeconds(-1) }));

        Assert.Equal(2, Rate(2, null, last, Reporter).Length);
        Assert.Equal([new ReportRated(2, null, Now, Unit)], Rate(2, null, late, Reporter));
    }

    private static ReportEvent[] Rate(int rating, Sealed? comment, Report report, Citizen by) =>
        RateAnswer.Decide(new(rating), comment, Window, report, by, Now);
}
