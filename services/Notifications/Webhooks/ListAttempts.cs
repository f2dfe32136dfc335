using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The owner sees what was tried and what the receiver said, newest first, for a month.</summary>
public static class ListAttempts
{
    public static async Task<Ok<Page<Attempt>>> Handle(Guid id, SystemClient who, [AsParameters] PageRequest page, ReadModel<WebhookRow> webhooks, Attempts attempts, CancellationToken ct)
    {
        await WebhookItem.Own(webhooks, id, who, ct);
        return TypedResults.Ok(await attempts.List(id, page, ct));
    }
}
