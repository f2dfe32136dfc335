using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Guidance;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Moderation;

public class ModerateReportTests
{
    private static readonly ModerateReport.Command Hide = new("hide", "Nêu tên người khác."), Show = new("show");

    private static readonly ReportHeld Held = new([HoldReason.BlockedWord], Now);

    [Fact]
    public void A_held_report_is_shown_or_hidden_by_the_coordinating_unit()
    {
        Assert.Equal([new ReportHidden("Nêu tên người khác.", "01.UBND", Now)], Decide(Hide, After(Assigned, Held)));
        Assert.Equal([new ReportShown("01.UBND", Now)], Decide(Show, After(Assigned, Held)));
        Assert.Empty(Decide(Hide, After(Assigned, new ReportHidden("Nêu tên người khác.", "01.UBND", Now))));
        Assert.Empty(Decide(Show, After(Assigned, new ReportShown("01.UBND", Now))));
    }

    [Fact]
    public void Others_do_not_decide_it()
    {
        Assert.Equal(FeedbackProblems.NotCoordinating, ProblemOf(() => ModerateReport.Decide(Hide, After(Assigned), InCharge, Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => ModerateReport.Decide(Hide, After(Assigned), new Official("hp", "31.UBND", ["coordinator"]), Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => ModerateReport.Decide(Hide, After(Assigned), Above with { Categories = ["trees"] }, Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => Decide(Hide, After())));
    }

    [Fact]
    public void Whoever_hides_says_why()
    {
        Assert.Empty(Hide.Validate(new(Hide)));
        Assert.Equal(["Reason"], new ModerateReport.Command("hide").Validate(new ValidationContext(Hide)).Single().MemberNames);
        Assert.Empty(Show.Validate(new(Show)));
    }

    [Fact]
    public void Everybody_sees_what_a_unit_has_read_and_nothing_holds_back()
    {
        Assert.True(IsForEverybody());
        Assert.False(IsForEverybody(Held));
        Assert.False(IsForEverybody(Held, new ReportHidden("Vì", "01.UBND", Now)));
        Assert.True(IsForEverybody(Held, new ReportShown("01.UBND", Now)));
        Assert.False(IsForEverybody(new ReportRejected(Reporter.Id, RejectionReason.NotAReport, Words, Unit, Now)));
        Assert.False(ShowContent.IsForEverybody(Row(Submitted, Assigned), isSensitive: false));
        Assert.False(ShowContent.IsForEverybody(Row(Submitted, Assigned, Accepted), isSensitive: true));
        Assert.False(ShowContent.IsForEverybody(Row(Submitted, Assigned, Accepted) with { IsConfidential = true }, isSensitive: false));
    }

    [Fact]
    public void The_third_citizens_flag_holds_it_once()
    {
        var two = After(Assigned, new ReportFlagged("a", Now), new ReportFlagged("b", Now));

        Assert.Equal([new ReportFlagged("b", Now)], FlagReport.Decide("b", After(Assigned, new ReportFlagged("a", Now)), Neighbour, Now));
        Assert.Equal([HoldReason.Flagged], Assert.IsType<ReportHeld>(FlagReport.Decide("c", two, Neighbour, Now)[1]).Reasons);
        Assert.Empty(FlagReport.Decide("b", two, Neighbour, Now));
        Assert.Single(FlagReport.Decide("c", Report.Evolve(two, new ReportShown("01.UBND", Now)), Neighbour, Now));
        Assert.Equal(ModerationProblems.OwnReport, ProblemOf(() => FlagReport.Decide("d", two, Reporter, Now)));
    }

    [Fact]
    public void A_suspicious_report_reaches_its_unit_as_any_other()
    {
        var happened = SubmitReport.Decide(
            new("lighting", "Đèn đường trước cổng trường bị hỏng.", "00082"), Words, new(Severity.Normal, Spot: null, Unit), After(), new(Reporter.Id, Source.App, Holds: [HoldReason.SameText]), Now);

        Assert.Equal(Unit, happened.OfType<ReportAssigned>().Single().Unit);
        Assert.Equal([HoldReason.SameText], happened.OfType<ReportHeld>().Single().Reasons);
    }

    [Fact]
    public void One_photo_is_hidden_and_shown_again()
    {
        var files = ReportFiles.Evolve(ReportFiles.New(Guid.Empty), new AttachmentAdded(Guid.Empty, Reporter.Id, 1, AttachedBy.Reporter, "image/jpeg", 1, "file", null, 4, 3, "digest", Now));
        var hidden = ReportFiles.Evolve(files, Assert.Single(ModerateAttachment.Decide(1, Hide, files, Above, Now)));

        Assert.Single(files.ForEverybody());
        Assert.Empty(hidden.ForEverybody());
        Assert.Single(hidden.Files);
        Assert.Single(ReportFiles.Evolve(hidden, Assert.Single(ModerateAttachment.Decide(1, Show, hidden, Above, Now))).ForEverybody());
        Assert.Equal(Problem.NotFound, ProblemOf(() => ModerateAttachment.Decide(2, Hide, files, Above, Now)));
    }

    [Theory]
    [InlineData("Gọi 0912 345 678 nhé", "0912 345 678")]
    [InlineData("CCCD 001099012345.", "001099012345")]
    [InlineData("Số +84-912-345-678", "912")]
    public void Numbers_of_persons_are_masked_in_public_words(string text, string number) => Assert.DoesNotContain(number, PersonalNumbers.Masked(text), StringComparison.Ordinal);

    private static ReportEvent[] Decide(ModerateReport.Command command, Report report) => ModerateReport.Decide(command, report, Above, Now);

    private static bool IsForEverybody(params ReportEvent[] then) => ShowContent.IsForEverybody(Row([Submitted, Assigned, Accepted, .. then]), isSensitive: false);

    private static ReportRow Row(params ReportEvent[] happened) => happened.Aggregate((ReportRow?)null, (row, next) => ReportRow.Fold(row, Guid.Empty, next))!;
}
