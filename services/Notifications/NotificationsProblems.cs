using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

/// <summary>Why this service refuses, beyond what all services have in common.</summary>
public static class NotificationsProblems
{
    public static readonly Problem InvalidLastEventId = new("invalid-last-event-id", 400, "Last-Event-ID must be the id of an event of this stream.", "Last-Event-ID phải là mã của một sự kiện trong luồng này.");
}
