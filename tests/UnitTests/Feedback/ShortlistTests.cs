using Ecosystem.Feedback.Shortlists;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class ShortlistTests
{
    private static readonly Guid Id = Guid.NewGuid();

    private static readonly ShortlistEvent Listed = new ReportShortlisted(Id, InCharge.Id, Now), Unlisted = new ReportUnlisted(Now);

    [Fact]
    public void A_report_is_marked_once_and_the_mark_taken_off_once()
    {
        Assert.Equal([Listed], ShortlistReport.Decide(Id, After(), 0, InCharge, Now));
        Assert.Empty(ShortlistReport.Decide(Id, After(Listed), 0, InCharge, Now));
        Assert.Equal([Unlisted], UnlistReport.Decide(After(Listed), Now));
        Assert.Empty(UnlistReport.Decide(After(Listed, Unlisted), Now));
    }

    [Fact]
    public void The_list_ends_at_200_and_what_is_on_it_stays()
    {
        Assert.Single(ShortlistReport.Decide(Id, After(), 199, InCharge, Now));
        Assert.Equal(ShortlistProblems.Full, ProblemOf(() => ShortlistReport.Decide(Id, After(), 200, InCharge, Now)));
        Assert.Empty(ShortlistReport.Decide(Id, After(Listed), 200, InCharge, Now));
    }

    [Fact]
    public void The_row_says_whether_it_is_marked()
    {
        var row = ShortlistRow.Fold(null, Id, Listed)!;

        Assert.Equal((Id, InCharge.Id, true), (row.Report, row.Official, row.IsListed));
        Assert.False(ShortlistRow.Fold(row, Id, Unlisted)!.IsListed);
    }

    private static Shortlisting After(params ShortlistEvent[] events) => events.Aggregate(Shortlisting.New(Id), Shortlisting.Evolve);
}
