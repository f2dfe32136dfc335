using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class AnnouncementsTests
{
    private static readonly Guid Id = Guid.CreateVersion7(Now);

    [Fact]
    public void Others_hear_of_a_reports_receipt_and_of_its_answer()
    {
        var code = TrackingCode.Of(Id);

        Assert.Equal([new Contracts.ReportReceived(Id, code, Reporter.Id, "lighting")], Announced(Submitted));
        Assert.Equal([new Contracts.ReportAnswered(Id, code, Reporter.Id)], Announced(Answered));
    }

    [Fact]
    public void Others_hear_of_nothing_else() => Assert.All([Assigned, Accepted, Rated], happened => Assert.Empty(Announced(happened)));

    private static IEnumerable<object> Announced(ReportEvent happened) =>
        Announcements.Of(new Recorded(1, Guid.NewGuid(), Id, 1, "", happened, Now, By: null, TraceParent: null));
}
