using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.DataRequests;

// Quoted names are in the database for good: add, never rename.
public abstract record DataSubjectEvent;

/// <summary>The person's data are kept and not used any more.</summary>
[Stored("processing_restricted")]
public sealed record ProcessingRestricted(Guid Request, DateTimeOffset At) : DataSubjectEvent;

/// <summary>The person allows it again.</summary>
[Stored("processing_freed")]
public sealed record ProcessingFreed(DateTimeOffset At) : DataSubjectEvent;

[Stored("consent_withdrawn")]
public sealed record ConsentWithdrawn(Guid Request, DateTimeOffset At) : DataSubjectEvent;

/// <summary>What a person has asked of us for good. It is the row of its own view as well.</summary>
public sealed record DataSubject(bool IsRestricted, DateTimeOffset? ConsentWithdrawnAt = null, Guid? ConsentWithdrawnBy = null)
{
    public static readonly DataSubject Free = new(IsRestricted: false);

    public static Guid IdOf(string subject) => NamedId.Of($"data-subject:{subject}");

    public static DataSubject Evolve(DataSubject subject, DataSubjectEvent happened) => happened switch
    {
        ProcessingRestricted => subject with { IsRestricted = true },
        ProcessingFreed => subject with { IsRestricted = false },
        ConsentWithdrawn e => subject with { ConsentWithdrawnAt = e.At, ConsentWithdrawnBy = e.Request },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static DataSubject? Fold(DataSubject? row, Guid id, DataSubjectEvent happened) => Evolve(row ?? Free, happened);

    /// <summary>Whether a person's words are only kept.</summary>
    public static async Task<bool> MayNotBeRead(ReadModel<DataSubject> subjects, string subject, CancellationToken ct) =>
        await subjects.Find(IdOf(subject), ct) is { Data.IsRestricted: true };
}
