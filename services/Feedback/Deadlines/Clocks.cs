using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>All that is known of a report's time: the rules decide by it, and lists and the sweep read it.</summary>
public sealed record Clocks(DateTimeOffset SubmittedAt)
{
    /// <summary>The province whose calendar counts; empty until the deadlines are set.</summary>
    public string Calendar { get; init; } = "";

    public int CalendarVersion { get; init; }

    /// <summary>The decision that fixed the limits; null: the shipped ones.</summary>
    public string? Decision { get; init; }

    /// <summary>Null until the deadlines are set.</summary>
    public Limits? Limits { get; init; }

    public Clock? FirstResponse { get; init; }

    public Clock? Update { get; init; }

    public Clock? Resolution { get; init; }

    /// <summary>When the unit first did something that the citizen sees.</summary>
    public DateTimeOffset? RespondedAt { get; init; }

    /// <summary>When the citizen last heard something.</summary>
    public DateTimeOffset? NewsAt { get; init; }

    /// <summary>When it was answered or ended otherwise; null: its clocks run.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When it was reopened; null: never.</summary>
    public DateTimeOffset? RestartedAt { get; init; }

    /// <summary>The date of the interim answer that put the answer off, and when that was given.</summary>
    public DateTimeOffset? Promised { get; init; }

    public DateTimeOffset? PromisedAt { get; init; }

    public ImmutableList<Pause> Pauses { get; init; } = [];

    public ImmutableList<Move> Moves { get; init; } = [];

    public ImmutableList<Escalation> Escalations { get; init; } = [];

    /// <summary>Why the deadlines must be reckoned anew, which the next sweep does; null: they are right.</summary>
    public MoveReason? Unsettled { get; init; }

    /// <summary>Milliseconds since 1970 at which the sweep must look at it; null: never again.</summary>
    public long? Sweep => LookAt()?.ToUnixTimeMilliseconds();

    /// <summary>Milliseconds since 1970 of the next deadline, by which desks are ordered; null once it is answered.</summary>
    public long? Next => StoppedAt is not null ? null : (NextDeadline()?.Due ?? SubmittedAt).ToUnixTimeMilliseconds();

    [JsonIgnore]
    public DueTimes Due => new(FirstResponse?.Deadline, Update?.Deadline, Resolution?.Deadline);

    /// <summary>The pause that lasts.</summary>
    [JsonIgnore]
    public Pause? Paused => Pauses is [.., { To: null } last] ? last : null;

    /// <summary>When the time began that the answer may take.</summary>
    [JsonIgnore]
    public DateTimeOffset Began => PromisedAt ?? RestartedAt ?? SubmittedAt;

    public Deadline? NextDeadline() => Running().Select(running => running.Clock.Deadline).MinBy(deadline => deadline.Due);

    /// <summary>The answer is put off once; who is late already may tell the citizen what there is to tell, and stays late.</summary>
    public bool ForbidsPromise(DateTimeOffset date, DateTimeOffset now) => Promised is not null && Resolution?.Deadline is { } deadline && now <= deadline.Due && date > deadline.Due;

    /// <summary>The clocks that count: no update is due before the first response, and nothing after the answer.</summary>
    public IEnumerable<(ClockName Name, Clock Clock)> Running()
    {
        if (StoppedAt is not null) yield break;
        if (FirstResponse is { } first && RespondedAt is null) yield return (ClockName.FirstResponse, first);
        if (Update is { } update && RespondedAt is not null) yield return (ClockName.Update, update);
        if (Resolution is { } resolution) yield return (ClockName.Resolution, resolution);
    }

    public Clocks With(ClockName name, Func<Clock, Clock> change) => name switch
    {
        ClockName.FirstResponse when FirstResponse is { } clock => this with { FirstResponse = change(clock) },
        ClockName.Update when Update is { } clock => this with { Update = change(clock) },
        ClockName.Resolution when Resolution is { } clock => this with { Resolution = change(clock) },
        _ => this,
    };

    private DateTimeOffset? LookAt() => this switch
    {
        { StoppedAt: not null } => null,
        { Limits: null } or { Unsettled: not null } or { Paused.IsBounded: false } => SubmittedAt,
        { Paused: { } pause } => pause.Until,
        _ => Running().Min(running => running.Clock.LookAt),
    };
}
