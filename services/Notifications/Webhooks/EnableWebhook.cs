using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Only the owner can say that a disabled webhook works again.</summary>
public static class EnableWebhook
{
    public static WebhookEvent[] Decide(Webhook webhook, string client, DateTimeOffset now) =>
        webhook.Of(client).Status is WebhookStatus.Disabled ? [new WebhookEnabled(now)] : [];

    public static async Task<Ok<Written>> Handle(Guid id, SystemClient who, EventStream<Webhook, WebhookEvent> webhooks, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await webhooks.Append(id, webhook => Decide(webhook, who.Id, clock.GetUtcNow()), ct)).Written);
}
