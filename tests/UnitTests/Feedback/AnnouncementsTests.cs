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
        Assert.Equal([new Contracts.ReportRouted(Id, Unit)], Announced(Assigned));
        Assert.Equal([new Contracts.ReportAccepted(Id, Unit)], Announced(Accepted));
        Assert.Equal([new Contracts.ReportAnswered(Id, code, Reporter.Id, Unit)], Announced(Answered));
        Assert.Equal([new Contracts.ReportRated(Id, 4, Unit)], Announced(Rated));
    }

    private static IEnumerable<object> Announced(ReportEvent happened) =>
        Announcements.Of(new Recorded(1, Guid.NewGuid(), Id, 1, "", happened, Now, By: null, TraceParent: null));
}
