using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;

namespace Ecosystem.Feedback.Deflections;

public abstract record DeflectionEvent;

/// <summary>Somebody was about to report an emergency and was sent to the telephone; who it was is nobody's business.</summary>
[Stored("caller_deflected")]
public sealed record CallerDeflected(EmergencyService Service, string? Category, string? Commune, DateTimeOffset At) : DeflectionEvent;

public sealed record Deflection(bool Exists)
{
    public static Deflection New(Guid id) => new(Exists: false);

    public static Deflection Evolve(Deflection deflection, DeflectionEvent happened) => new(Exists: true);
}
