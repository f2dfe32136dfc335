using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The owner wants all events after a position again: after an outage, or to begin with the past.</summary>
public static class ReplayFrom
{
    private const int AtMost = 10_000;

    /// <param name="After">A sequence of the feed; 0: from the first on.</param>
    public sealed record Command([property: Range(0, long.MaxValue)] long After);

    /// <param name="Next">What to replay after for the rest; null: that was all.</param>
    public sealed record Answer(long Queued, long? Next);

    public static async Task<Accepted<Answer>> Handle(Guid id, Command command, SystemClient who, ReadModel<WebhookRow> webhooks, Replays replays, CancellationToken ct)
    {
        var row = await ReplayEvent.Sending(webhooks, id, who, ct);
        var (count, last) = await replays.After(id, WebhookRow.Selected(row.Data.What), command.After, AtMost, ct);
        return TypedResults.Accepted($"/v1/webhooks/{id}/attempts", new Answer(count, count == AtMost ? last : null));
    }
}
