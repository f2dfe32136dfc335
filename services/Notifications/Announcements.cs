using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

/// <summary>What other services, and this one's own channels, may hear.</summary>
public static class Announcements
{
    public static IEnumerable<object> Of(Recorded recorded) => recorded.Data switch
    {
        MessageCreated e => [new Contracts.MessageCreated(recorded.StreamId, e.Recipient)],
        _ => [],
    };
}
