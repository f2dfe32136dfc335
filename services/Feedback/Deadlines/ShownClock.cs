using System.ComponentModel;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>How a clock stands: less or more than four fifths of its time gone, missed, standing still while the report waits, met in time or too late.</summary>
public enum ClockState { Within, Approaching, Breached, Paused, Met, MetLate }

/// <summary>A clock as people see it.</summary>
public sealed record ShownClock(
    [property: Description("firstResponse, update or resolution.")] ClockName Name,
    [property: Description("When it is or was due, in UTC.")] DateTimeOffset Due,
    [property: Description("within, approaching (more than 80 % of the working time gone), breached, paused, met or metLate.")] ClockState State,
    [property: Description("When it was met, in UTC; null before.")] DateTimeOffset? MetAt,
    [property: Description("How far up it was escalated, 0 to 3.")] int Level)
{
    /// <summary>All three; an update is due only where the limits have one, and then from the first response on.</summary>
    public static IReadOnlyList<ShownClock> AllOf(Clocks? clocks, DateTimeOffset now) => clocks is null ? [] :
    [
        .. Of(ClockName.FirstResponse, clocks.FirstResponse, clocks.RespondedAt ?? clocks.StoppedAt, clocks, now),
        .. Of(ClockName.Update, clocks.Update, clocks.StoppedAt, clocks, now),
        .. Of(ClockName.Resolution, clocks.Resolution, clocks.StoppedAt, clocks, now),
    ];

    /// <summary>The one that ends first of those that run; null once it is answered.</summary>
    public static ShownClock? NextOf(Clocks? clocks, DateTimeOffset now) =>
        clocks?.Running().OrderBy(running => running.Clock.Deadline.Due).Select(running => Of(running.Name, running.Clock, null, clocks, now).Single()).FirstOrDefault();

    private static IEnumerable<ShownClock> Of(ClockName name, Clock? clock, DateTimeOffset? metAt, Clocks clocks, DateTimeOffset now) =>
        clock is null ? [] : [new(name, clock.Deadline.Due, StateOf(clock.Deadline, metAt, clocks.Paused is not null, now), metAt, clock.Level)];

    private static ClockState StateOf(Deadline deadline, DateTimeOffset? metAt, bool isPaused, DateTimeOffset now) =>
        metAt is { } met ? (met <= deadline.Due ? ClockState.Met : ClockState.MetLate)
        : isPaused ? ClockState.Paused
        : now >= deadline.Due ? ClockState.Breached
        : now >= deadline.Near ? ClockState.Approaching
        : ClockState.Within;
}
