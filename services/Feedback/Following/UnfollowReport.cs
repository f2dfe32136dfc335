using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Following;

/// <summary>One step is enough to hear no more of it.</summary>
public static class UnfollowReport
{
    public static FollowingEvent[] Decide(Follow follow, DateTimeOffset now) => follow.IsActive ? [new ReportUnfollowed(now)] : [];

    public static async Task<NoContent> Handle(Guid id, Citizen by, EventStream<Follow, FollowingEvent> follows, TimeProvider clock, CancellationToken ct)
    {
        await follows.Append(Follow.IdOf(id, by.Id), follow => Decide(follow, clock.GetUtcNow()), ct);
        return TypedResults.NoContent();
    }
}
