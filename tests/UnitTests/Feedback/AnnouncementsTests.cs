using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class AnnouncementsTests
{
    private static readonly Guid Id = Guid.CreateVersion7(Now);

    [Fact]
    public void Others_hear_of_each_step_but_not_of_the_words()
    {
        var code = TrackingCode.Of(Id);

        Assert.Equal([new Contracts.ReportReceived(Id, code, Reporter.Id, "lighting")], Announced(Submitted));
        Assert.Equal([new Contracts.ReportRouted(Id, Unit, code)], Announced(Assigned));
        Assert.Equal([new Contracts.ReportAccepted(Id, Unit)], Announced(Accepted));
        Assert.Equal([new Contracts.ReportAnswered(Id, code, Reporter.Id, Unit)], Announced(Answered));
        Assert.Equal([new Contracts.ReportRated(Id, 4, Unit)], Announced(Rated));
    }

    [Fact]
    public void Others_hear_where_a_report_goes_beside_its_usual_way()
    {
        var (code, other) = (TrackingCode.Of(Id), Guid.CreateVersion7(Now));

        Assert.Equal([new Contracts.ReportRouted(Id, "01.UBND", code)], Announced(new ReportTransferred(Unit, "01.UBND", Words, Now)));
        Assert.Equal([new Contracts.ReportRouted(Id, "01.UBND", code)], Announced(new ReportReturned(Unit, "01.UBND", Words, Now)));
        Assert.Equal([new Contracts.ReportReopened(Id, code, Reporter.Id, "01.UBND", "Verdict"), new Contracts.ReportRouted(Id, "01.UBND", code)], Announced(new ReportReopened(Reporter.Id, Unit, "01.UBND", ReopenedBy.Verdict, null, Now)));
        Assert.Equal([new Contracts.ReportMerged(Id, other, code, TrackingCode.Of(other), Reporter.Id, Unit)], Announced(new ReportMerged(Reporter.Id, other, Unit, Now)));
        Assert.Equal([new Contracts.ReportAnswered(Id, TrackingCode.Of(other), Reporter.Id, Unit)], Announced(new ReportAnswered(Reporter.Id, Answer, Now, Unit, other)));
        Assert.Equal([new Contracts.ReportRejected(Id, code, Reporter.Id, "NotAReport", Unit)], Announced(new ReportRejected(Reporter.Id, RejectionReason.NotAReport, Words, Unit, Now)));
    }

    [Fact]
    public void A_unit_waits_for_a_third_party_without_a_word_to_the_citizen_and_a_part_is_no_new_receipt()
    {
        Assert.Empty(Announced(new ReportWaiting(Reporter.Id, WaitingFor.ThirdParty, Words, Now.AddDays(2), Unit, Now)));
        Assert.Single(Announced(new ReportWaiting(Reporter.Id, WaitingFor.Citizen, Words, Now.AddDays(2), Unit, Now)));
        Assert.Empty(Announced((ReportSubmitted)Submitted with { Parent = Guid.NewGuid() }));
    }

    private static IEnumerable<object> Announced(ReportEvent happened) =>
        Announcements.Of(new Recorded(1, Guid.NewGuid(), Id, 1, "", happened, Now, By: null, TraceParent: null));
}
