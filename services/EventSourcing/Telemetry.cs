using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ecosystem.EventSourcing;

/// <summary>The store's own spans and figures, source and meter "Ecosystem".</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Source = new("Ecosystem");
    private static readonly Meter Meter = new("Ecosystem");

    public static readonly Histogram<int> Batch = Meter.CreateHistogram<int>("ecosystem.append.batch", "{append}", "Appends gathered into one call");
    public static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("ecosystem.append.conflicts", "{append}", "Decisions made again because the stream had moved on");
    public static readonly Counter<long> Published = Meter.CreateCounter<long>("ecosystem.relay.published", "{message}", "Messages confirmed by the broker");

    /// <summary>Seconds from an event's commit to the moment when a subscription had worked it off.</summary>
    public static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("ecosystem.subscription.lag", "s", "From commit to checkpoint");
}
