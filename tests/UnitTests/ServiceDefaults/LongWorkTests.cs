using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.ServiceDefaults;

public sealed class LongWorkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly LongWorkEvent Requested = new WorkRequested("rebuild", "enrollments", Now), Started = new WorkStarted(Now), Succeeded = new WorkSucceeded(ImmutableDictionary<string, long>.Empty.Add("events", 7), Now);

    [Fact]
    public void It_is_requested_once_and_begun_anew_after_its_process_has_ended()
    {
        Assert.Single(LongWork.None.Request("rebuild", "enrollments", Now));
        Assert.Empty(After(Requested).Request("rebuild", "enrollments", Now));
        var again = After(Requested, Started, new WorkProgressed(40), Started);
        Assert.Equal((WorkStatus.Running, 2, 0), (again.Status, again.Attempts, again.Percent));
    }

    [Fact]
    public void Whoever_ends_its_process_five_times_is_given_up() =>
        Assert.Equal("work-given-up", Assert.IsType<WorkFailed>(Assert.Single(After(Requested, Started, Started, Started, Started, Started).Start(Now))).Problem);

    [Fact]
    public void What_is_over_is_not_begun_again_and_nobody_tells_of_it_any_more()
    {
        foreach (var over in new[] { After(Requested, Started, Succeeded), After(Requested, new WorkCancelled(Now)), After(Requested, Started, new WorkFailed("unexpected", Now)) })
        {
            Assert.Empty(over.Start(Now));
            Assert.Empty(over.Tell(Succeeded));
        }
    }

    [Fact]
    public void Only_open_work_is_cancelled_and_once()
    {
        Assert.Single(After(Requested).Cancel(Now));
        Assert.Single(After(Requested, Started).Cancel(Now));
        Assert.Empty(After(Requested, new WorkCancelled(Now)).Cancel(Now));
        Assert.Same(WorkProblems.Over, Assert.Throws<Refused>(() => After(Requested, Started, Succeeded).Cancel(Now)).Problem);
        Assert.Same(Problem.NotFound, Assert.Throws<Refused>(() => LongWork.None.Cancel(Now)).Problem);
    }

    [Fact]
    public void Success_has_a_result()
    {
        var work = After(Requested, Started, new WorkProgressed(50), Succeeded);

        Assert.Equal((WorkStatus.Succeeded, 100, 7L), (work.Status, work.Percent, work.Result!["events"]));
    }

    private static LongWork After(params LongWorkEvent[] events) => events.Aggregate(LongWork.None, LongWork.Evolve);
}
