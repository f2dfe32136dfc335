using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Guidance;

public abstract record AssistantEvent;

[Stored("assistant_configured")]
public sealed record AssistantConfigured(string Hotline, double LeastConfidence, string Decision, DateTimeOffset At) : AssistantEvent;

/// <summary>The virtual assistant's settings: those shipped until the coordinating unit sets others.</summary>
/// <param name="Decision">The decision that the settings come from; null for those shipped.</param>
public sealed record Assistant(string Hotline, double LeastConfidence, string? Decision = null)
{
    public static readonly Guid Id = NamedId.Of("assistant");

    public static Assistant New(Guid id) => new(AssistantData.Shipped.Hotline, AssistantData.Shipped.LeastConfidence);

    public static Assistant Evolve(Assistant assistant, AssistantEvent happened) => happened switch
    {
        AssistantConfigured e => new(e.Hotline, e.LeastConfidence, e.Decision),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
