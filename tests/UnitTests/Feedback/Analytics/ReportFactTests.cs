using System.Reflection;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Analytics;

public sealed class ReportFactTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void The_usual_course_is_counted_with_its_times()
    {
        var fact = FactOf(Submitted, Assigned, Accepted, Answered, Rated);

        Assert.Equal((ReportStatus.Rated, Unit, 60, 120, 4), (fact.Status, fact.Unit, fact.ResponseMinutes, fact.AnswerMinutes, fact.Rating));
        Assert.Equal((true, true), (fact.ResponseOnTime, fact.AnswerOnTime));
        Assert.Equal(fact.SubmittedDay, fact.SettledDay);
        Assert.Equal([Happening.Submitted, Happening.Assigned, Happening.Accepted, Happening.Answered, Happening.Rated], fact.Happened.Select(code => (Happening)(code & 31)));
    }

    [Fact]
    public void What_no_unit_has_is_its_provinces_once_its_deadlines_are_set()
    {
        var before = FactOf(Submitted);
        var after = FactOf(Submitted, new DeadlinesSet("01", 1, null, null!, new(null, null, null), Now));

        Assert.Equal(("", "", "", "01"), (before.Unit, before.Province, after.Unit, after.Province));
    }

    [Fact]
    public void A_report_that_is_opened_again_has_no_answer_but_keeps_the_verdict()
    {
        var fact = FactOf(Submitted, Assigned, Accepted, Answered, Rated, new ReportReopened(Reporter.Id, Unit, "01.UBND", ReopenedBy.Verdict, null, Now));

        Assert.Equal((ReportStatus.Assigned, "01.UBND", Unit, 1), (fact.Status, fact.Unit, fact.FormerUnit, fact.Reopened));
        Assert.Equal((null, null, null, null), (fact.AnswerMinutes, fact.AnswerOnTime, fact.AnsweredDay, fact.SettledDay));
        Assert.Equal(4, fact.Rating);
        Assert.Equal(60, fact.ResponseMinutes);
    }

    [Fact]
    public void A_report_that_is_handed_on_is_counted_where_it_is_now()
    {
        var fact = FactOf(Submitted, Assigned, new ReportTransferred(Unit, "01.00088.UBND", Words, Now), new ReportReturned("01.00088.UBND", "01.UBND", Words, Now));

        Assert.Equal(("01.UBND", "01.00088.UBND", 2), (fact.Unit, fact.FormerUnit, fact.Transferred));
    }

    [Fact]
    public void What_is_refused_or_merged_or_closed_is_open_no_longer()
    {
        Assert.NotNull(FactOf(Submitted, Assigned, new ReportRejected(Reporter.Id, RejectionReason.NotAReport, Words, Unit, Now)).SettledDay);
        Assert.NotNull(FactOf(Submitted, Assigned, new ReportMerged(Reporter.Id, Id, Unit, Now)).SettledDay);
        Assert.Null(FactOf(Submitted, Assigned, new ReportMerged(Reporter.Id, Id, Unit, Now), new ReportUnmerged(Id, Unit, Now)).SettledDay);
        Assert.Equal(ReportStatus.Closed, FactOf(Submitted, Assigned, Accepted, Answered, new ReportClosed(Unit, Now)).Status);
    }

    [Fact]
    public void An_answer_that_comes_after_the_promised_days_is_late()
    {
        var late = new ReportAnswered(Reporter.Id, Answer, Now.AddDays(20), Unit);

        Assert.Equal((true, false), (FactOf(Submitted, Assigned, Accepted, late).ResponseOnTime, FactOf(Submitted, Assigned, Accepted, late).AnswerOnTime));
    }

    [Fact]
    public void An_answer_at_the_very_end_of_the_time_is_in_time()
    {
        var due = FactOf(Submitted, Assigned, Accepted).AnswerDue;

        Assert.Equal((true, false), (OnTime(due), OnTime(due.AddTicks(1))));
    }

    [Fact]
    public void It_is_settled_on_the_day_of_the_answer_and_not_when_it_is_closed()
    {
        var fact = FactOf(Submitted, Assigned, Accepted, Answered, new ReportClosed(Unit, Now.AddDays(3)));

        Assert.Equal((fact.AnsweredDay, fact.SubmittedDay + 3), (fact.SettledDay, fact.LastDay));
    }

    private static bool? OnTime(DateTimeOffset at) => FactOf(Submitted, Assigned, Accepted, new ReportAnswered(Reporter.Id, Answer, at, Unit)).AnswerOnTime;

    [Fact]
    public void An_interim_answer_is_the_units_first_word_and_no_answer()
    {
        var fact = FactOf(Submitted, Assigned, new InterimAnswerGiven(Reporter.Id, Words, Now.AddDays(9), Unit, Now));

        Assert.Equal((180, null, ReportStatus.Assigned), (fact.ResponseMinutes, fact.AnswerMinutes, fact.Status));
    }

    [Fact]
    public void Nothing_of_a_person_is_among_the_facts() =>
        Assert.DoesNotContain(typeof(ReportFact).GetProperties(BindingFlags.Public | BindingFlags.Instance), property =>
            property.PropertyType == typeof(EventSourcing.Sealed) || property.Name.Contains("Reporter", StringComparison.Ordinal) || property.Name.Contains("Text", StringComparison.Ordinal) || property.Name.Contains("Contact", StringComparison.Ordinal));

    private static ReportFact FactOf(params ReportEvent[] course) => course.Aggregate((ReportFact?)null, (fact, happened) => ReportFact.Fold(fact, Id, happened))!;
}
