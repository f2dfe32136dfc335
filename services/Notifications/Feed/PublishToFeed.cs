using System.Diagnostics;
using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Notifications.Feed;

/// <summary>What partners may hear becomes a line of the feed, once, in the order of the store.</summary>
public sealed class PublishToFeed(EventStream<FeedEntry, FeedEvent> feed, TimeProvider clock) :
    IPublish<ReportReceived>, IPublish<ReportRouted>, IPublish<ReportAccepted>, IPublish<ReportAnswered>, IPublish<ReportRated>,
    IPublish<ReportDelayed>, IPublish<ReportRejected>, IPublish<ReportReopened>, IPublish<ReportClosed>, IPublish<ReportMerged>,
    IPublish<ReportUnmerged>, IPublish<HotSpotFound>, IPublish<DeadlineApproaching>, IPublish<ReportEscalated>, IPublish<DirectiveSent>,
    IPublish<DirectiveCompleted>, IPublish<CampaignLaunched>, IPublish<PlaceGiven>, IPublish<PlaceOnWaitingList>
{
    public static FeedEvent[] Decide(FeedType type, object contract, Guid eventId, DateTimeOffset? happened, string? traceParent, FeedEntry entry, DateTimeOffset now)
    {
        if (entry.Exists) return [];
        var fact = type.Read(contract);
        return [new FeedEntryPublished(eventId, type.Name, type.Source, fact.Subject, fact.Unit, fact.Data, happened ?? now, traceParent, now)];
    }

    public async Task Publish<T>(ConsumeContext<T> context) where T : class
    {
        var (id, happened, trace) = (context.MessageId!.Value, Measures.TimeOf(context.MessageId), Activity.Current?.Id);
        await feed.Create(FeedEntry.IdOf(id), entry => Decide(FeedTypes.Of(typeof(T)), context.Message, id, happened, trace, entry, clock.GetUtcNow()), context.CancellationToken);
    }
}

/// <summary>Consumes every contract alike, so that naming one at <see cref="PublishToFeed"/> is enough.</summary>
public interface IPublish<T> : IConsumer<T> where T : class
{
    Task Publish<TFact>(ConsumeContext<TFact> context) where TFact : class;

    Task IConsumer<T>.Consume(ConsumeContext<T> context) => Publish(context);
}
