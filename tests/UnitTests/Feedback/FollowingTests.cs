using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Following;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class FollowingTests
{
    private static readonly Guid Id = Guid.NewGuid(), Change = Guid.NewGuid();

    private static readonly ReportRow Report = new("7Q2M", Reporter.Id, "lighting", "00082", Words, Now);

    private static readonly FollowRow Row = new(Id, Neighbour.Id, IsActive: true);

    private static readonly FollowingEvent Followed = new ReportFollowed(Id, Neighbour.Id, Now);

    [Fact]
    public void Anybody_else_follows_a_report_once()
    {
        Assert.Equal([Followed], Decide(After()));
        Assert.Empty(Decide(After(Followed)));
        Assert.Equal([Followed], Decide(After(Followed, new ReportUnfollowed(Now))));
    }

    [Fact]
    public void The_reporter_need_not_and_of_sensitive_things_nobody_can() => Assert.Equal(
        [FollowingProblems.OwnReport, Problem.NotFound],
        [ProblemOf(() => FollowReport.Decide(Id, Report, isSensitive: false, After(), Reporter, Now)), ProblemOf(() => FollowReport.Decide(Id, Report, isSensitive: true, After(), Neighbour, Now))]);

    [Fact]
    public void One_step_ends_it_and_a_second_does_nothing()
    {
        Assert.Equal([new ReportUnfollowed(Now)], UnfollowReport.Decide(After(Followed), Now));
        Assert.Empty(UnfollowReport.Decide(After(), Now));
    }

    [Fact]
    public void A_follower_is_told_of_each_change_once_and_of_nothing_after_the_end()
    {
        FollowingEvent told = new FollowerTold(Id, Neighbour.Id, Change, PublicChange.Answered, Now);

        Assert.Equal([told], Tell(Change, After(Followed)));
        Assert.Empty(Tell(Change, After(Followed, told)));
        Assert.Single(Tell(Guid.NewGuid(), After(Followed, told)));
        Assert.Empty(Tell(Change, After(Followed, new ReportUnfollowed(Now))));
    }

    [Fact]
    public void Whoever_followed_a_duplicate_follows_the_original()
    {
        var original = Guid.NewGuid();

        Assert.Equal([new ReportFollowed(original, Neighbour.Id, Now)], TellFollowers.Join(original, Row, After(), Now));
        Assert.Empty(TellFollowers.Join(original, Row, After(Followed), Now));
    }

    [Fact]
    public void What_is_told_becomes_one_message() => Assert.Equal(
        [new Contracts.FollowedReportChanged(Id, TrackingCode.Of(Id), Neighbour.Id, "Answered")],
        Announcements.Of(new(1, Guid.NewGuid(), Guid.NewGuid(), 1, "", new FollowerTold(Id, Neighbour.Id, Change, PublicChange.Answered, Now), Now, By: null, TraceParent: null)));

    [Fact]
    public void The_row_says_whether_somebody_follows()
    {
        var row = new[] { Followed, new ReportUnfollowed(Now) }.Aggregate((FollowRow?)null, (row, happened) => FollowRow.Fold(row, Id, happened));

        Assert.Equal(Row with { IsActive = false }, row);
    }

    private static FollowingEvent[] Decide(Follow follow) => FollowReport.Decide(Id, Report, isSensitive: false, follow, Neighbour, Now);

    private static FollowingEvent[] Tell(Guid change, Follow follow) => TellFollowers.Decide(change, PublicChange.Answered, Row, follow, Now);

    private static Follow After(params FollowingEvent[] events) => events.Aggregate(Follow.New(Id), Follow.Evolve);
}
