using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class ReadReportTests
{
    private static readonly Guid Id = Guid.CreateVersion7(Now);

    private static readonly ReportRow Row = Fold(Submitted, Assigned, Accepted, Answered, Rated);

    [Fact]
    public void The_reporter_the_unit_and_those_above_read_a_report() =>
        Assert.All([Reporter, InCharge, Above], (Caller by) => Assert.True(Row.IsOpenTo(by)));

    [Fact]
    public void Nobody_else_reads_it() =>
        Assert.All([Neighbour, Elsewhere, OtherKind, new SystemClient("other", ["feedback.read"])], (Caller by) => Assert.False(Row.IsOpenTo(by)));

    [Fact]
    public void What_no_unit_has_is_open_to_the_coordinating_unit_of_its_province()
    {
        var unowned = Fold(Submitted) with { Clocks = new(Now) { Calendar = "01" } };

        Assert.True(unowned.IsOpenTo(Above));
        Assert.All([InCharge, Elsewhere, OtherKind, new Official("coordinator", "31.UBND", []), new Official("front", "01.MTTQ", [])], (Caller by) => Assert.False(unowned.IsOpenTo(by)));
    }

    [Fact]
    public void Whoever_is_limited_to_categories_reads_reports_of_these_alone()
    {
        Assert.All([InCharge, Above], by => Assert.True(Row.IsOpenTo(by with { Categories = ["trees", "lighting"] })));
        Assert.All([InCharge, Above], by => Assert.False(Row.IsOpenTo(by with { Categories = ["trees"] })));
        Assert.False(Row.IsOpenTo(Elsewhere with { Categories = ["lighting"] }));
    }

    [Fact]
    public void An_official_who_has_the_reporters_identifier_is_not_the_reporter() =>
        Assert.False(Row.IsOpenTo(new Official(Reporter.Id, "01.00088.UBND", [])));

    [Fact]
    public void The_row_tells_the_whole_course()
    {
        Assert.Equal((ReportStatus.Rated, Unit, "lighting", "00082", 4), (Row.Status, Row.Unit, Row.Category, Row.Commune, Row.Rating));
        Assert.Equal((Words, Answer, Comment), (Row.Statement, Row.Answer, Row.Comment));
        Assert.Equal((Now.AddHours(-3), Now.AddHours(-2), Now.AddHours(-1)), (Row.SubmittedAt, Row.AcceptedAt, Row.AnsweredAt));
        Assert.Equal(TrackingCode.Of(Id), Row.Code);
    }

    [Fact]
    public void In_the_history_citizens_and_officials_stay_anonymous_to_one_another()
    {
        var (submission, acceptance) = (Entry(Reporter), Entry(InCharge));

        Assert.Equal((Reporter.Id, null), Seen(Reporter));
        Assert.Equal((null, InCharge.Id), Seen(Above));

        (string?, string?) Seen(Caller by) => (ReadHistory.Shown(submission, Row, by).By, ReadHistory.Shown(acceptance, Row, by).By);
    }

    private static ReportRow Fold(params ReportEvent[] happened) =>
        happened.Aggregate((ReportRow?)null, (row, next) => ReportRow.Fold(row, Id, next))!;

    private static HistoryEntry Entry(Caller by) => new(1, 1, "report_submitted", Now, by.Id, TraceId: null);
}
