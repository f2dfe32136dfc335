using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The owner wants no events for now. What happens meanwhile is not kept for the webhook, but can be replayed.</summary>
public static class DisableWebhook
{
    public static WebhookEvent[] Decide(Webhook webhook, string client, DateTimeOffset now) =>
        webhook.Of(client).Status is WebhookStatus.Disabled ? [] : [new WebhookDisabled(WhyDisabled.ByOwner, now)];

    public static async Task<Ok<Written>> Handle(Guid id, SystemClient who, EventStream<Webhook, WebhookEvent> webhooks, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await webhooks.Append(id, webhook => Decide(webhook, who.Id, clock.GetUtcNow()), ct)).Written);
}
