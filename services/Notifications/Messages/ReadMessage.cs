using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications;

/// <summary>One message of the own inbox; another's is as if it were not there.</summary>
public static class ReadMessage
{
    public static async Task<Ok<InboxItem>> Handle(Guid id, Recipient who, ReadModel<MessageRow> messages, CancellationToken ct) =>
        await messages.Find(id, ct) is { } row && row.Data.Recipient == who.Id
            ? TypedResults.Ok(InboxItem.Of(row))
            : throw new Refused(Problem.NotFound);
}
