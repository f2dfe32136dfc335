using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The owner wants one event again, with the same webhook-id.</summary>
public static class ReplayEvent
{
    public sealed record Command(Guid Event);

    public static async Task<Accepted> Handle(Guid id, Command command, SystemClient who, ReadModel<WebhookRow> webhooks, Replays replays, CancellationToken ct)
    {
        var row = await Sending(webhooks, id, who, ct);
        return await replays.One(id, WebhookRow.Selected(row.Data.What), command.Event, ct) ? TypedResults.Accepted($"/v1/webhooks/{id}/attempts") : throw new Refused(Problem.NotFound);
    }

    /// <exception cref="Refused">It is not the caller's, or disabled.</exception>
    internal static async Task<Row<WebhookRow>> Sending(ReadModel<WebhookRow> webhooks, Guid id, SystemClient who, CancellationToken ct) =>
        await WebhookItem.Own(webhooks, id, who, ct) is { Data.Status: not WebhookStatus.Disabled } row ? row : throw new Refused(NotificationsProblems.WebhookIsDisabled);
}
