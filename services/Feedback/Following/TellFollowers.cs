using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Feedback.Following;

/// <summary>Whatever everybody may know of a report is told to each who follows it, once: the follower's own stream remembers what was told.</summary>
public sealed class TellFollowers(EventStream<Follow, FollowingEvent> follows, ReadModel<FollowRow> followers, TimeProvider clock) :
    IConsumer<ReportAccepted>, IConsumer<ReportDelayed>, IConsumer<ReportAnswered>, IConsumer<ReportRejected>, IConsumer<ReportReopened>, IConsumer<ReportClosed>, IConsumer<ReportMerged>
{
    public static FollowingEvent[] Decide(Guid change, PublicChange what, FollowRow follower, Follow follow, DateTimeOffset now) =>
        follow.IsActive && !follow.Told.Contains(change) ? [new FollowerTold(follower.Report, follower.Follower, change, what, now)] : [];

    public static FollowingEvent[] Join(Guid original, FollowRow follower, Follow follow, DateTimeOffset now) =>
        follow.IsActive ? [] : [new ReportFollowed(original, follower.Follower, now)];

    public Task Consume(ConsumeContext<ReportAccepted> context) => Tell(context, context.Message.ReportId, PublicChange.Accepted);

    public Task Consume(ConsumeContext<ReportDelayed> context) => Tell(context, context.Message.ReportId, PublicChange.Delayed);

    public Task Consume(ConsumeContext<ReportAnswered> context) => Tell(context, context.Message.ReportId, PublicChange.Answered);

    public Task Consume(ConsumeContext<ReportRejected> context) => Tell(context, context.Message.ReportId, PublicChange.Rejected);

    public Task Consume(ConsumeContext<ReportReopened> context) => Tell(context, context.Message.ReportId, PublicChange.Reopened);

    public Task Consume(ConsumeContext<ReportClosed> context) => Tell(context, context.Message.ReportId, PublicChange.Closed);

    /// <summary>Whoever followed a duplicate follows the original from then on.</summary>
    public async Task Consume(ConsumeContext<ReportMerged> context)
    {
        var (original, ct) = (context.Message.Original, context.CancellationToken);
        foreach (var row in await Followers(context.Message.ReportId, ct))
            await follows.Append(Follow.IdOf(original, row.Data.Follower), follow => Join(original, row.Data, follow, clock.GetUtcNow()), ct);
        await Tell(context, context.Message.ReportId, PublicChange.Merged);
    }

    private async Task Tell(ConsumeContext context, Guid report, PublicChange what)
    {
        var (change, ct) = (context.MessageId!.Value, context.CancellationToken);
        await Parallel.ForEachAsync(await Followers(report, ct), ct, async (row, stop) =>
            await follows.Append(row.Id, follow => Decide(change, what, row.Data, follow, clock.GetUtcNow()), stop));
    }

    private Task<IReadOnlyList<Row<FollowRow>>> Followers(Guid report, CancellationToken ct) =>
        followers.Query("where data->>'report' = $1 and data->>'isActive' = 'true'", [report.ToString()], ct);
}
