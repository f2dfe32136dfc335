using System.Diagnostics;
using System.Globalization;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Forecasts;

public abstract record HotSpotEvent;

/// <summary>A day brought more reports of a kind than its forecast's interval holds.</summary>
/// <param name="Commune">Null: in the whole province.</param>
/// <param name="Unit">The province's coordinating unit.</param>
/// <param name="Count">So far, when it was found.</param>
/// <param name="High">At most so many were expected, by the interval of 95 %.</param>
[Stored("hot_spot_found")]
public sealed record HotSpotFound(string Category, string? Commune, string Unit, DateOnly Day, int Count, double Expected, int High, DateTimeOffset At) : HotSpotEvent;

/// <summary>One series on one day: its id is made of both, so that it is told once, whichever instance sees it.</summary>
public sealed record HotSpot(bool Exists)
{
    /// <summary>Below that nobody needs to be called, however rare it is.</summary>
    public const int LeastCount = 5;

    public static Guid IdOf(Series series, DateOnly day) => NamedId.Of(string.Create(CultureInfo.InvariantCulture, $"hot-spot:{series.Category}:{series.Commune}:{day:yyyy-MM-dd}"));

    public static HotSpot New(Guid id) => new(Exists: false);

    public static HotSpot Evolve(HotSpot hotSpot, HotSpotEvent happened) => happened switch
    {
        HotSpotFound => new(Exists: true),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static HotSpotEvent[] Decide(HotSpot hotSpot, Series series, string unit, int count, ForecastDay expected, DateTimeOffset now) =>
        hotSpot.Exists || count < LeastCount || count <= expected.High95 ? []
        : [new HotSpotFound(series.Category!, series.Commune, unit, expected.Day, count, expected.Expected, expected.High95, now)];
}
