using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>What each event means for a report's clocks. A move to another unit means nothing for them: it is the citizen who waits.</summary>
public static class ClocksFold
{
    public static Clocks? Fold(Clocks? clocks, ReportEvent happened) => happened is ReportSubmitted e ? new(e.At)
        : clocks is null ? null
        : happened is DeadlineEvent timed ? Settled(clocks, timed)
        : Worked(clocks, happened);

    private static Clocks Settled(Clocks clocks, DeadlineEvent happened) => happened switch
    {
        DeadlinesSet e => Reckoned(clocks, e.Due) with { Calendar = e.Calendar, CalendarVersion = e.CalendarVersion, Decision = e.Decision, Limits = e.Limits },
        DeadlinesMoved e => Moved(clocks, e),
        ClocksStopped e => clocks with { Pauses = clocks.Pauses.SetItem(clocks.Pauses.Count - 1, clocks.Pauses[^1] with { Until = e.Until, IsBounded = true }) },
        DeadlineNeared e => clocks.With(e.Clock, clock => clock with { WasNear = true }),
        ReportEscalated e => clocks.With(e.Clock, clock => clock with { WasNear = true, Level = e.Level, NextAt = e.NextAt }) with
        {
            Escalations = clocks.Escalations.Add(new(e.Level, e.Clock, e.To, e.Rule, e.At)),
        },
        _ => clocks,
    };

    private static Clocks Moved(Clocks clocks, DeadlinesMoved e)
    {
        var begunAnew = e.Why is MoveReason.Reopening or MoveReason.InterimAnswer ? clocks with { Resolution = null, Update = null } : e.Why is MoveReason.News ? clocks with { Update = null } : clocks;
        return Reckoned(begunAnew.Paused?.Until <= e.At ? Continued(begunAnew, e.At) : begunAnew, e.New) with { CalendarVersion = e.CalendarVersion, Moves = clocks.Moves.Add(new(e.Why, e.Old, e.New, e.At)) };
    }

    private static Clocks Reckoned(Clocks clocks, DueTimes due) => clocks with
    {
        FirstResponse = Clock.Moved(clocks.FirstResponse, due.FirstResponse),
        Update = Clock.Moved(clocks.Update, due.Update),
        Resolution = Clock.Moved(clocks.Resolution, due.Resolution),
        Unsettled = null,
    };

    private static Clocks Worked(Clocks clocks, ReportEvent happened) => happened switch
    {
        ReportAccepted e => News(Resumed(clocks, e.At), e.At),
        ReportStarted e => News(Resumed(clocks, e.At), e.At),
        ReportWaiting e => News(Resumed(clocks, e.At), e.At) with { Pauses = Resumed(clocks, e.At).Pauses.Add(new(e.For, e.At, e.Until)) },
        ReportResumed e => Resumed(clocks, e.At),
        InterimAnswerGiven e => PutOff(News(clocks, e.At), e),
        ReportAssigned e => Resumed(clocks, e.At),
        ReportReturned e => Resumed(clocks, e.At),
        ReportTransferred e => Resumed(clocks, e.At),
        _ => Ended(clocks, happened),
    };

    private static Clocks Ended(Clocks clocks, ReportEvent happened) => happened switch
    {
        ReportAnswered e => Stopped(News(clocks, e.At), e.At),
        ReportRejected e => Stopped(News(clocks, e.At), e.At),
        ReportMerged e => Stopped(News(clocks, e.At), e.At),
        ReportClosed e => Stopped(clocks, e.At),
        ReportRated e => Stopped(clocks, e.At),
        ReportReopened e => clocks with { StoppedAt = null, RestartedAt = e.At, NewsAt = e.At, Promised = null, PromisedAt = null, Unsettled = MoveReason.Reopening },
        ReportUnmerged => clocks with { StoppedAt = null, Unsettled = clocks.Unsettled ?? MoveReason.News },
        _ => clocks,
    };

    private static Clocks News(Clocks clocks, DateTimeOffset at) => clocks with
    {
        RespondedAt = clocks.RespondedAt ?? at,
        NewsAt = at,
        Unsettled = clocks.Unsettled ?? (clocks.Limits?.Update is null ? null : MoveReason.News),
    };

    private static Clocks Stopped(Clocks clocks, DateTimeOffset at) => Continued(clocks, at) with { StoppedAt = clocks.StoppedAt ?? at };

    private static Clocks Resumed(Clocks clocks, DateTimeOffset at) => clocks.Paused is null ? clocks : Continued(clocks, at) with { Unsettled = MoveReason.Waiting };

    private static Clocks Continued(Clocks clocks, DateTimeOffset at) =>
        clocks.Paused is { } pause ? clocks with { Pauses = clocks.Pauses.SetItem(clocks.Pauses.Count - 1, pause.Ended(at)) } : clocks;

    /// <summary>Once, and only before the time is over: later it is news, and the deadline stays missed.</summary>
    private static Clocks PutOff(Clocks clocks, InterimAnswerGiven e) =>
        clocks.Promised is not null || clocks.Resolution?.Deadline.Due < e.At ? clocks
            : clocks with { Promised = e.Promised, PromisedAt = e.At, Unsettled = MoveReason.InterimAnswer };
}
