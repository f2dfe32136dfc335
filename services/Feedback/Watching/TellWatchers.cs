using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.Reports;
using MassTransit;

namespace Ecosystem.Feedback.Watching;

/// <summary>Whoever watches a place near a new public report is told of it, once; of one that was held back, when somebody has looked and let it through.</summary>
public sealed class TellWatchers(
    ReadModel<ReportRow> reports, WatchedCells cells, EventStream<Watcher, WatchingEvent> watchers, ReadModel<DataSubject> subjects, PersonalData personal,
    InForce<CategoryPlan, CategoryEvent, Catalogue> categories, TimeProvider clock) : IConsumer<ReportReceived>, IConsumer<ReportMadePublic>
{
    /// <summary>Nothing is told of what is sensitive, confidential, held back or hidden, and nothing of what leads elsewhere.</summary>
    public static bool IsNews(ReportRow report, bool isSensitive) =>
        !isSensitive && report is { Spot: not null, Parent: null, IsConfidential: false, Public.State: PublicState.Open or PublicState.Shown, Status: not (ReportStatus.Duplicate or ReportStatus.Rejected) };

    /// <param name="near">The place as it was looked at: who has moved it since is not told by the old one.</param>
    public static WatchingEvent[] Decide(Guid id, ReportRow report, int number, Watch near, Watcher watcher, DateTimeOffset now) =>
        watcher.Places.GetValueOrDefault(number) == near && report.SubmittedAt >= near.Since && report.Reporter != watcher.Citizen && !watcher.Told.Contains(id)
            ? [new WatcherTold(id, number, watcher.Citizen, now)] : [];

    public Task Consume(ConsumeContext<ReportReceived> context) => Tell(context.Message.ReportId, context.CancellationToken);

    public Task Consume(ConsumeContext<ReportMadePublic> context) => Tell(context.Message.ReportId, context.CancellationToken);

    private async Task Tell(Guid id, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { Data: var report } || !IsNews(report, categories.Value.IsSensitive(report.Category))) return;
        await Parallel.ForEachAsync(await cells.Watchers(report.Spot!, ct), ct, async (stream, stop) =>
        {
            if (await Near(stream, report, stop) is var (number, watch))
                await watchers.Append(stream, watcher => Decide(id, report, number, watch, watcher, clock.GetUtcNow()), stop);
        });
    }

    /// <summary>The first of a watcher's places that covers the report; null: none, or the person's data may not be used or are erased.</summary>
    private async Task<(int Number, Watch Watch)?> Near(Guid stream, ReportRow report, CancellationToken ct)
    {
        var watcher = (await watchers.Load(stream, ct)).State;
        if (await DataSubject.MayNotBeRead(subjects, watcher.Citizen, ct)) return null;
        var path = categories.Value.Find(report.Category)!.Path;
        foreach (var (number, watch) in watcher.Places)
            if (WatchedPlace.Read(await personal.Open(watcher.Citizen, watch.Place, ct))?.Covers(report.Spot!, path) is true) return (number, watch);
        return null;
    }
}
