using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Categories;
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
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => AnswerReport.Decide(new(new("another")), [], After(Answered), InCharge, Now)));

    [Fact]
    public void It_must_be_accepted_first() => Assert.Contains("acceptance", Refusal(() => Reply(After(Assigned), InCharge)).Allowed!);

    [Fact]
    public void A_rated_answer_stands() => Assert.DoesNotContain("answer", Refusal(() => Reply(After(Rated), InCharge)).Allowed!);

    [Fact]
    public void For_other_units_there_is_no_such_report() => Assert.Equal(Problem.NotFound, ProblemOf(() => Reply(After(Accepted), Elsewhere)));

    [Fact]
    public void What_is_missing_of_the_proof_is_named_and_nothing_is_answered()
    {
        Assert.Equal(["photoAfter", "cost"], Refusal(() => AnswerReport.Decide(new(Answer), [ProofKind.PhotoAfter, ProofKind.Cost], After(Accepted), InCharge, Now)).Allowed);
        Assert.Equal([new ReportAnswered(Reporter.Id, Answer, Now, Unit, Note: Comment, Cost: 150_000)], AnswerReport.Decide(new(Answer, Comment, 150_000), [], After(Accepted), InCharge, Now));
        Assert.Equal(Problem.NotFound, ProblemOf(() => AnswerReport.Decide(new(Answer), [ProofKind.Cost], After(Accepted), Elsewhere, Now)));
    }

    [Theory]
    [InlineData(false, false, false, "Note PhotoAfter Cost")]
    [InlineData(true, false, false, "Note Cost")]
    [InlineData(false, true, true, "PhotoAfter")]
    [InlineData(true, true, true, "")]
    public void Each_kind_of_proof_is_asked_for_by_itself(bool photo, bool note, bool cost, string missing)
    {
        Assert.Equal(missing, string.Join(' ', Proof.Missing([ProofKind.Note, ProofKind.PhotoAfter, ProofKind.Cost], photo, note, cost)));
        Assert.Empty(Proof.Missing([], photo, note, cost));
    }

    [Theory]
    [InlineData(AttachedBy.Unit, 800, 0, true)]
    [InlineData(AttachedBy.Unit, 800, -1, false)]
    [InlineData(AttachedBy.Unit, null, 5, false)]
    [InlineData(AttachedBy.Reporter, 800, 5, false)]
    public void Only_a_photo_of_the_unit_from_after_the_last_acceptance_shows_the_work(AttachedBy by, int? width, int minutesAfter, bool shows)
    {
        var reopened = After(Accepted, new ReportReopened(Reporter.Id, Unit, "01.UBND", ReopenedBy.Citizen, null, Now), new ReportAccepted(Now, "01.UBND"));
        var files = new ReportFiles([new(Guid.Empty, Reporter.Id, 1, by, "image/jpeg", 1, "file", null, width, width, "digest", Now.AddMinutes(minutesAfter), Unit)]);

        Assert.Equal(shows, Proof.ShowsWork(files, reopened.AcceptedAt));
        Assert.False(Proof.ShowsWork(files, acceptedAt: null));
    }

    private static ReportEvent[] Reply(Report report, Official by) => AnswerReport.Decide(new(Answer), [], report, by, Now);
}
