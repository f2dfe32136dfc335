using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

/// <summary>Reports of one thing go together, reports of several units' things go apart.</summary>
public class MergeAndSplitTests
{
    private static readonly Guid Id = Guid.CreateVersion7(Now), Other = Guid.CreateVersion7(Now.AddSeconds(1));

    private static readonly ReportMerged Merged = new(Reporter.Id, Other, Unit, Now);

    [Fact]
    public void A_duplicate_goes_on_under_the_others_number() => Assert.Equal([Merged], Merge(After(Assigned), After(Accepted)));

    [Fact]
    public void Merged_twice_is_merged_once() => Assert.Empty(Merge(After(Assigned, Merged), After(Accepted)));

    [Fact]
    public void Not_into_itself_a_duplicate_a_closed_one_or_another_province()
    {
        var elsewhere = new ReportEvent[] { Submitted, new ReportAssigned("31.11311.UBND", Now) }.Aggregate(Report.New(Other), Report.Evolve);

        Assert.Equal(ReportProblems.NoOriginal, ProblemOf(() => MergeReport.Decide(new(Id), Id, After(Accepted), After(Assigned), InCharge, Now)));
        Assert.Equal(ReportProblems.NoOriginal, ProblemOf(() => Merge(After(Assigned), After(Assigned, Merged))));
        Assert.Equal(ReportProblems.NoOriginal, ProblemOf(() => Merge(After(Assigned), After(Answered))));
        Assert.Equal(ReportProblems.NoOriginal, ProblemOf(() => Merge(After(Assigned), After())));
        Assert.Equal(ReportProblems.NoOriginal, ProblemOf(() => Merge(After(Assigned), elsewhere)));
    }

    [Fact]
    public void What_has_duplicates_is_not_merged_itself() => Assert.Equal(ReportProblems.HasDuplicates, ProblemOf(() => Merge(After(Assigned, new DuplicateJoined(Other, Now)), After(Accepted))));

    [Fact]
    public void Two_that_were_merged_into_each_other_at_once_are_separated()
    {
        var ring = After(Assigned, Merged);

        Assert.Empty(FollowOriginal.Join(Id, ring, Now));
        Assert.Equal([new ReportUnmerged(Other, Unit, Now)], FollowOriginal.Separate(Other, ring, Now));
        Assert.Empty(FollowOriginal.Separate(Other, After(Assigned), Now));
    }

    [Fact]
    public void A_duplicate_gets_its_originals_answer_once()
    {
        var answered = FollowOriginal.Answer(Other, Answer, After(Assigned, Merged), Now);

        Assert.Equal([new ReportAnswered(Reporter.Id, Answer, Now, Unit, Other)], answered);
        Assert.Empty(FollowOriginal.Answer(Other, Answer, After(Assigned, [Merged, .. answered]), Now));
        Assert.Empty(FollowOriginal.Answer(Id, Answer, After(Assigned, Merged), Now));
    }

    [Fact]
    public void A_separated_report_is_the_units_again_and_leaves_its_original()
    {
        var separated = SeparateReport.Decide(After(Assigned, Merged), InCharge, Now);

        Assert.Equal([new ReportUnmerged(Other, Unit, Now)], separated);
        Assert.Equal(ReportStatus.Assigned, After(Assigned, [Merged, .. separated]).Status);
        Assert.Equal([new DuplicateLeft(Id, Now)], FollowOriginal.Leave(Id, After(Assigned, new DuplicateJoined(Id, Now)), Now));
        Assert.Empty(FollowOriginal.Leave(Id, After(Assigned), Now));
    }

    [Fact]
    public void Each_unit_gets_a_part_and_the_whole_is_answered_last()
    {
        var split = (ReportSplit)Assert.Single(Split(After(Accepted), "01.00082.MTTQ", "01.00088.UBND", "01.00082.MTTQ"));
        var whole = After(Accepted, split);

        Assert.Equal(["01.00082.MTTQ", "01.00088.UBND"], split.Parts.Select(part => part.Unit));
        Assert.Equal(ReportProblems.PartsOpen, ProblemOf(() => AnswerReport.Decide(new(Answer), [], whole, InCharge, Now)));
        var done = split.Parts.SelectMany(part => FollowParts.Close(part.Id, whole, Now)).Aggregate(whole, Report.Evolve);
        Assert.Single(AnswerReport.Decide(new(Answer), [], done, InCharge, Now));
        Assert.Empty(FollowParts.Close(split.Parts[0].Id, done, Now));
    }

    [Fact]
    public void A_part_is_a_report_of_its_own_made_once()
    {
        var made = FollowParts.Make(Id, (ReportSubmitted)Submitted, "01.00088.UBND", After(), Now);

        Assert.Equal([(ReportSubmitted)Submitted with { Parent = Id, At = Now }, new ReportAssigned("01.00088.UBND", Now)], made);
        Assert.Empty(FollowParts.Make(Id, (ReportSubmitted)Submitted, "01.00088.UBND", made.Aggregate(After(), Report.Evolve), Now));
    }

    [Fact]
    public void A_report_is_split_once_and_never_a_part()
    {
        var split = Split(After(Accepted), "01.00082.MTTQ");

        Assert.Equal(ReportProblems.SplitBefore, ProblemOf(() => Split(After(Accepted, split), "01.00088.UBND")));
        Assert.Equal(ReportProblems.SplitBefore, ProblemOf(() => Split(After(Accepted, (ReportSubmitted)Submitted with { Parent = Other }, Accepted), "01.00088.UBND")));
        Assert.Equal(ReportProblems.UnknownUnit, ProblemOf(() => Split(After(Accepted), Unit)));
    }

    private static ReportEvent[] Merge(Report report, Report original) => MergeReport.Decide(new(Other), Id, original, report, InCharge, Now);

    private static ReportEvent[] Split(Report report, params string[] units) => SplitReport.Decide(new(units), Id, areKnown: true, report, InCharge, Now);
}
