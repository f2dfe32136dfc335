using System.Diagnostics.Metrics;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>What each sweep did, for those who watch: a report that belongs to nobody is counted whenever somebody must hear of it.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("Ecosystem");
    private static readonly Counter<long> Escalated = Meter.CreateCounter<long>("ecosystem.feedback.escalations", "{escalation}", "Missed deadlines of which a level was told");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("ecosystem.feedback.sweep.duration", "s", "One look for what is due, with all that followed");

    public static void Told(IEnumerable<Reports.ReportEvent> events)
    {
        foreach (var escalated in events.OfType<ReportEscalated>())
            Escalated.Add(1, new("level", escalated.Level), new("clock", $"{escalated.Clock}"), new("owned", escalated.From is not ""));
    }

    public static void Swept(TimeSpan duration) => Duration.Record(duration.TotalSeconds);
}
