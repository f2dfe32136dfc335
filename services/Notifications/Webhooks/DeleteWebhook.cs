using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The webhook is no more, with its secrets and all that was on its way.</summary>
public static class DeleteWebhook
{
    public static WebhookEvent[] Decide(Webhook webhook, string client, DateTimeOffset now)
    {
        if (webhook.Status is WebhookStatus.Deleted && webhook.Owner == client) return [];    // a repeat, perhaps of one that did not come to its end
        webhook.Of(client);
        return [new WebhookDeleted(now)];
    }

    public static async Task<NoContent> Handle(Guid id, SystemClient who, Secrets secrets, Deliveries deliveries, EventStream<Webhook, WebhookEvent> webhooks, TimeProvider clock, CancellationToken ct)
    {
        await webhooks.Append(id, webhook => Decide(webhook, who.Id, clock.GetUtcNow()), ct);
        await secrets.Destroy(id, ct);
        await deliveries.Drop(id, ct);
        return TypedResults.NoContent();
    }
}
