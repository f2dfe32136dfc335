using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Following;

// Quoted names are in the database for good: add, never rename.
public abstract record FollowingEvent;

[Stored("report_followed")]
public sealed record ReportFollowed(Guid Report, string Follower, DateTimeOffset At) : FollowingEvent;

[Stored("report_unfollowed")]
public sealed record ReportUnfollowed(DateTimeOffset At) : FollowingEvent;

/// <param name="Change">Id of the message that told of the change: each is told once.</param>
[Stored("follower_told")]
public sealed record FollowerTold(Guid Report, string Follower, Guid Change, PublicChange What, DateTimeOffset At) : FollowingEvent;

/// <summary>What of a report's course everybody may know.</summary>
public enum PublicChange { Accepted, Delayed, Answered, Rejected, Reopened, Closed, Merged, Received, Published }

/// <summary>One person's interest in one report.</summary>
public sealed record Follow(bool IsActive, ImmutableHashSet<Guid> Told)
{
    public static Guid IdOf(Guid report, string follower) => NamedId.Of(report, $"followed by {follower}");

    public static Follow New(Guid id) => new(IsActive: false, []);

    public static Follow Evolve(Follow follow, FollowingEvent happened) => happened switch
    {
        ReportFollowed => follow with { IsActive = true },
        ReportUnfollowed => follow with { IsActive = false },
        FollowerTold e => follow with { Told = follow.Told.Add(e.Change) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}

/// <summary>Who follows a report.</summary>
public sealed record FollowRow(Guid Report, string Follower, bool IsActive)
{
    public static FollowRow? Fold(FollowRow? row, Guid id, FollowingEvent happened) => happened switch
    {
        ReportFollowed e => new(e.Report, e.Follower, IsActive: true),
        ReportUnfollowed => row! with { IsActive = false },
        _ => row,
    };
}
