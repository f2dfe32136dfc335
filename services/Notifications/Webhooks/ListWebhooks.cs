using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The caller's own webhooks, newest first.</summary>
public static class ListWebhooks
{
    public static async Task<Ok<Page<WebhookItem>>> Handle(SystemClient who, [AsParameters] PageRequest page, ReadModel<WebhookRow> webhooks, CancellationToken ct)
    {
        var rows = await webhooks.List("data->>'owner' = $1 and data->>'status' <> 'Deleted'", [who.Id], page, ct);
        return TypedResults.Ok(new Page<WebhookItem>([.. rows.Items.Select(WebhookItem.Of)], rows.Next));
    }
}
