using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.ServiceDefaults;

// Quoted names are in the database for good: add, never rename.
public abstract record LongWorkEvent;

/// <param name="Kind">What is to be done, e.g. rebuild.</param>
/// <param name="Subject">To what, e.g. a projection's name.</param>
[Stored("work_requested")]
public sealed record WorkRequested(string Kind, string Subject, DateTimeOffset At) : LongWorkEvent;

/// <summary>An instance has taken it on; once more when the one before was stopped.</summary>
[Stored("work_started")]
public sealed record WorkStarted(DateTimeOffset At) : LongWorkEvent;

[Stored("work_progressed")]
public sealed record WorkProgressed(int Percent) : LongWorkEvent;

[Stored("work_succeeded")]
public sealed record WorkSucceeded(ImmutableDictionary<string, long> Result, DateTimeOffset At) : LongWorkEvent;

/// <param name="Problem">Type of the problem, see docs/problems.md.</param>
[Stored("work_failed")]
public sealed record WorkFailed(string Problem, DateTimeOffset At) : LongWorkEvent;

[Stored("work_cancelled")]
public sealed record WorkCancelled(DateTimeOffset At) : LongWorkEvent;

public enum WorkStatus { Absent, Requested, Running, Succeeded, Failed, Cancelled }

/// <summary>Work that takes longer than a request may: asked for, done by any instance, begun anew by another where one is stopped.</summary>
public sealed record LongWork(WorkStatus Status, string Kind, string Subject, DateTimeOffset RequestedAt)
{
    /// <summary>Whoever kills its process this often will do it again.</summary>
    private const int MostAttempts = 5;

    public static readonly LongWork None = new(WorkStatus.Absent, "", "", default);

    public int Attempts { get; init; }

    public int Percent { get; init; }

    public ImmutableDictionary<string, long>? Result { get; init; }

    public string? Problem { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsOpen => Status is WorkStatus.Requested or WorkStatus.Running;

    public static LongWork Fold(LongWork? row, Guid id, LongWorkEvent happened) => Evolve(row ?? None, happened);

    public static LongWork Evolve(LongWork work, LongWorkEvent happened) => happened switch
    {
        WorkRequested e => new(WorkStatus.Requested, e.Kind, e.Subject, e.At),
        WorkStarted => work with { Status = WorkStatus.Running, Attempts = work.Attempts + 1, Percent = 0 },
        WorkProgressed e => work with { Percent = e.Percent },
        WorkSucceeded e => work with { Status = WorkStatus.Succeeded, Percent = 100, Result = e.Result, EndedAt = e.At },
        WorkFailed e => work with { Status = WorkStatus.Failed, Problem = e.Problem, EndedAt = e.At },
        WorkCancelled e => work with { Status = WorkStatus.Cancelled, EndedAt = e.At },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public LongWorkEvent[] Request(string kind, string subject, DateTimeOffset now) => Status is WorkStatus.Absent ? [new WorkRequested(kind, subject, now)] : [];

    public LongWorkEvent[] Start(DateTimeOffset now) => !IsOpen ? [] : Attempts < MostAttempts ? [new WorkStarted(now)] : [new WorkFailed(WorkProblems.GivenUp.Type, now)];

    /// <summary>Whoever has taken it on tells what becomes of it; after a cancellation nobody wants to know.</summary>
    public LongWorkEvent[] Tell(LongWorkEvent happened) => Status is WorkStatus.Running ? [happened] : [];

    public LongWorkEvent[] Cancel(DateTimeOffset now) => Status switch
    {
        WorkStatus.Absent => throw new Refused(EventSourcing.Problem.NotFound),
        WorkStatus.Cancelled => [],
        _ => IsOpen ? [new WorkCancelled(now)] : throw new Refused(WorkProblems.Over),
    };
}
