using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Feed;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Delivers a few events to one webhook at the same time, notes what became of them, and judges the endpoint by it.</summary>
public sealed class Round(
    ReadModel<WebhookRow> webhooks, ReadModel<FeedRow> feed, Deliveries deliveries, Courier courier, Secrets secrets, Schedule schedule, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task Run(Guid id, IReadOnlyList<Delivery> taken, CancellationToken ct)
    {
        if (await webhooks.Find(id, ct) is not { Data: { Status: WebhookStatus.Enabled or WebhookStatus.Failing } webhook }) return;
        var signing = await secrets.Live(id, webhook, ct);
        var lines = (await feed.Query("where id = any($1)", [taken.Select(delivery => delivery.Entry).ToArray()], ct)).ToDictionary(line => line.Id);
        var verdicts = await Task.WhenAll(taken.Select(delivery => Attempt(delivery, lines[delivery.Entry], webhook, signing, ct)));
        var verdict = Weightiest(verdicts);
        if (JudgeWebhook.Matters(verdict, webhook.Status)) await Judge(id, verdict, ct);
    }

    /// <summary>One that was received outweighs those that were not.</summary>
    private static Verdict Weightiest(Verdict[] verdicts) =>
        verdicts.Contains(Verdict.Gone) ? Verdict.Gone : verdicts.Contains(Verdict.Delivered) ? Verdict.Delivered : verdicts.Max();

    private async Task<Verdict> Attempt(Delivery delivery, Row<FeedRow> line, WebhookRow webhook, IReadOnlyList<string> signing, CancellationToken ct)
    {
        var outcome = await Carry(line, webhook, signing, ct);
        var next = outcome.IsGone ? null : schedule.After(delivery.Attempts + 1, line.Id);
        await deliveries.Note(delivery, line.Data.EventId, outcome, next, ct);
        Measures.Attempted(outcome);
        return outcome.IsDelivered ? Verdict.Delivered
            : outcome.IsGone ? Verdict.Gone
            : next is null && !await deliveries.Succeeded(delivery.Webhook, delivery.Began, ct) ? Verdict.Exhausted
            : Verdict.Failed;
    }

    private async Task<Outcome> Carry(Row<FeedRow> line, WebhookRow webhook, IReadOnlyList<string> signing, CancellationToken ct)
    {
        _ = ActivityContext.TryParse(line.Data.TraceParent, null, isRemote: true, out var parent);
        using var span = Measures.Source.StartActivity("webhook", ActivityKind.Client, parent)?.SetTag("ecosystem.event.id", line.Data.EventId);
        var outcome = await courier.Carry(webhook.What.Url, CloudEvent.Of(line), signing, ct);
        if (!outcome.IsDelivered) span?.SetStatus(ActivityStatusCode.Error, $"{outcome.Status}");
        return outcome;
    }

    private async Task Judge(Guid id, Verdict verdict, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "service:notifications";
        var streams = scope.ServiceProvider.GetRequiredService<EventStream<Webhook, WebhookEvent>>();
        await streams.Append(id, webhook => JudgeWebhook.Decide(verdict, webhook, clock.GetUtcNow()), ct);
    }
}
