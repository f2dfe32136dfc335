using Ecosystem.Feedback;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Routing;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class SubmitReportTests
{
    private static readonly SubmitReport.Command Dark = new("lighting", "Đèn đường trước cổng trường bị hỏng.", "00082");

    [Fact]
    public void A_report_is_assigned_from_its_first_moment() => Assert.Equal(
        [new ReportSubmitted(Reporter.Id, "lighting", "00082", Words, Now), new ReportAssigned(Unit, Now, "by-category")],
        Submit(Unit, After()));

    [Fact]
    public void What_the_configuration_makes_of_it_is_stored()
    {
        var submitted = (ReportSubmitted)SubmitReport.Decide(Dark, Words, new(Severity.Complex, new(21.001, 105.001, 200), Unit), After(), new(Reporter.Id, Source.App), Now)[0];

        Assert.Equal((Severity.Complex, new Spot(21.001, 105.001, 200)), (submitted.Severity, submitted.Spot));
    }

    [Fact]
    public void Where_a_confidential_reporter_is_is_told_less_exactly()
    {
        var submitted = (ReportSubmitted)SubmitReport.Decide(Dark with { Confidential = true }, Words, new(Severity.Normal, new(21.0285, 105.8542), Unit), After(), new(Reporter.Id, Source.App), Now)[0];

        Assert.Equal(new Spot(21.029, 105.855, 200), submitted.Spot);
    }

    [Fact]
    public void An_id_that_is_taken_is_refused() =>
        Assert.Equal(FeedbackProblems.IllegalTransition, ProblemOf(() => Submit(Unit, After(Assigned))));

    [Fact]
    public void Nothing_that_the_reporter_said_is_stored_readably()
    {
        var stored = System.Text.Json.JsonSerializer.Serialize(Submit(Unit, After()).Cast<object>());

        Assert.DoesNotContain("trường", stored, StringComparison.Ordinal);
    }

    private static ReportEvent[] Submit(string unit, Report report) => SubmitReport.Decide(Dark, Words, new Reception(Severity.Normal, Spot: null, unit, "by-category"), report, new(Reporter.Id, Source.App), Now);
}
