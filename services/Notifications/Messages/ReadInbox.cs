using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications;

/// <summary>The inbox is the channel that everybody has: nothing is lost to whoever gave no address.</summary>
public static class ReadInbox
{
    public static async Task<Ok<Page<InboxItem>>> Handle(Recipient who, [AsParameters] PageRequest page, ReadModel<MessageRow> messages, CancellationToken ct)
    {
        var rows = await messages.List("data->>'recipient' = $1", [who.Id], page, ct);
        return TypedResults.Ok(new Page<InboxItem>([.. rows.Items.Select(InboxItem.Of)], rows.Next));
    }
}
