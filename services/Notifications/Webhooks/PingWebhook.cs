using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Feed;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Sends a signed trial event at once and tells what became of it, so that a receiver can be built without waiting for real events.</summary>
public static class PingWebhook
{
    /// <param name="Status">Of the receiver's answer; null: there was none.</param>
    public sealed record Answer(bool Delivered, int? Status, int Milliseconds, string Said);

    public static async Task<Ok<Answer>> Handle(
        Guid id, SystemClient who, ReadModel<WebhookRow> webhooks, Secrets secrets, Courier courier, Attempts attempts, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var row = await WebhookItem.Own(webhooks, id, who, ct);
        var ping = CloudEvent.Ping(cause.NewId(), id, clock.GetUtcNow());
        var outcome = await courier.Carry(row.Data.What.Url, ping, await secrets.Live(id, row.Data, ct), ct);
        await attempts.Note(id, ping.Id, outcome, ct);
        return TypedResults.Ok(new Answer(outcome.IsDelivered, outcome.Status, (int)outcome.Duration.TotalMilliseconds, outcome.Answer));
    }
}
