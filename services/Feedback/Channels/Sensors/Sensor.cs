using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Channels.Sensors;

// Quoted names are in the database for good: add, never rename.
public abstract record SensorEvent;

/// <param name="Report">The one report of this crossing.</param>
[Stored("threshold_crossed")]
public sealed record ThresholdCrossed(Guid Report, double Value, double Threshold, DateTimeOffset MeasuredAt) : SensorEvent;

[Stored("threshold_kept_again")]
public sealed record ThresholdKeptAgain(Guid Report, double Value, DateTimeOffset MeasuredAt) : SensorEvent;

/// <summary>What one station measures of one thing: whether it is above its threshold now. Of the readings themselves nothing is kept; that is the station's own system's work.</summary>
/// <param name="Report">The report of the crossing that lasts; null where none does.</param>
/// <param name="LastReport">The report of the last crossing, over or not.</param>
public sealed record Sensor(Guid Id, Guid? Report = null, Guid? LastReport = null, DateTimeOffset? ChangedAt = null)
{
    public static Sensor New(Guid id) => new(id);

    public static Sensor Evolve(Sensor sensor, SensorEvent happened) => happened switch
    {
        ThresholdCrossed e => sensor with { Report = e.Report, LastReport = e.Report, ChangedAt = e.MeasuredAt },
        ThresholdKeptAgain e => sensor with { Report = null, ChangedAt = e.MeasuredAt },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
