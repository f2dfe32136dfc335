using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>One clock of a report and what the sweep has made of it.</summary>
public sealed record Clock(Deadline Deadline)
{
    /// <summary>Whether the unit was told that time is running out.</summary>
    public bool WasNear { get; init; }

    /// <summary>How far up it was escalated; 0: not at all.</summary>
    public int Level { get; init; }

    /// <summary>When the next level hears of it.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When the sweep must look at it; null: never again.</summary>
    [JsonIgnore]
    public DateTimeOffset? LookAt => Level > 0 ? NextLevelAt : WasNear ? Deadline.Due : Deadline.Near;

    /// <summary>When the next level has to hear of it, unless it is met before; a deadline that was put off is missed anew first.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextLevelAt => Level is 0 ? Deadline.Due : NextAt > Deadline.Due ? NextAt : NextAt is null ? null : Deadline.Due;

    /// <summary>A later deadline warns anew; levels that have heard of it have heard of it.</summary>
    public static Clock? Moved(Clock? clock, Deadline? to) => to is null ? null
        : clock is null ? new(to)
        : clock.Deadline == to ? clock
        : clock with { Deadline = to, WasNear = clock.WasNear && to.Due <= clock.Deadline.Due };
}

/// <summary>A time in which the clocks stand still because the report waits.</summary>
/// <param name="Until">When it ends at the latest.</param>
/// <param name="To">When it ended; null: it lasts.</param>
/// <param name="IsBounded">Whether the limit of all waiting was looked at.</param>
public sealed record Pause(Reports.WaitingFor For, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? To = null, bool IsBounded = false)
{
    public Pause Ended(DateTimeOffset at) => To is null ? this with { To = at < Until ? at : Until } : this;
}

/// <summary>A move of deadlines, for those who ask why.</summary>
public sealed record Move(MoveReason Why, DueTimes Old, DueTimes New, DateTimeOffset At);

/// <summary>An escalation, for those who ask who knows.</summary>
public sealed record Escalation(
    [property: Description("1 the unit's head, 2 the coordinating unit, 3 the chair of the province's People's Committee.")] int Level,
    [property: Description("The clock that was missed: firstResponse, update or resolution.")] ClockName Clock,
    [property: Description("The organisation that was told.")] string To,
    [property: Description("The step of the ladder by which it was told.")] string Rule,
    DateTimeOffset At);
