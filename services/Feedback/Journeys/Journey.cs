using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Journeys;

// Quoted names are in the database for good: add, never rename.
public abstract record JourneyEvent;

/// <summary>Notifications put a message about the report into somebody's inbox.</summary>
[Stored("message_noted")]
public sealed record MessageNoted(Guid Message, string Template, DateTimeOffset At) : JourneyEvent;

/// <summary>A channel took the message, or refused it for good.</summary>
[Stored("delivery_noted")]
public sealed record DeliveryNoted(Guid Message, string Channel, bool Taken, DateTimeOffset At, string? Why = null) : JourneyEvent;

/// <summary>What was said about a report, and when it arrived: kept beside the report, whose version it must not move.</summary>
public sealed record Journey(ImmutableList<MessageNoted> Messages, ImmutableList<DeliveryNoted> Deliveries)
{
    public static readonly Journey None = new([], []);

    public static Guid IdOf(Guid report) => NamedId.Of(report, "journey");

    public static Journey Evolve(Journey journey, JourneyEvent happened) => happened switch
    {
        MessageNoted e => journey with { Messages = journey.Messages.Add(e) },
        DeliveryNoted e => journey with { Deliveries = journey.Deliveries.Add(e) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
