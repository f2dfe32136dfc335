using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The owner looks whether a webhook works.</summary>
public static class ReadWebhook
{
    public static async Task<Ok<WebhookItem>> Handle(Guid id, SystemClient who, ReadModel<WebhookRow> webhooks, CancellationToken ct) =>
        TypedResults.Ok(WebhookItem.Of(await WebhookItem.Own(webhooks, id, who, ct)));
}
