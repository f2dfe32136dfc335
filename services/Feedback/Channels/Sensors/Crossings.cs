using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Channels.Sensors;

/// <summary>Sees with each reading that the report says what the sensor's stream does: a process may have ended between the two.</summary>
public sealed class Crossings(EventStream<Report, ReportEvent> reports, Intake intake, PersonalData personal, TimeProvider clock)
{
    public static ReportEvent[] Decide(Sealed notice, Report report, DateTimeOffset now) =>
        report is { Status: not ReportStatus.Absent, CrossingIsOver: false } ? [new CrossingEnded(notice, now)] : [];

    public async Task Follow(Sensor sensor, TakeReading.Command reading, string system, CancellationToken ct)
    {
        var reporter = $"sensor:{system}/{reading.Station}";
        if (sensor.Report is { } lasting)
            await intake.SubmitOnce(lasting, TakeReading.Told(reading), new(reporter, Source.Sensor, new(system, clock.GetUtcNow(), ExternalReference: reading.Station)), ct);
        else if (sensor.LastReport is { } over && (await reports.Load(over, ct)).State is { Status: not ReportStatus.Absent, CrossingIsOver: false })
            await End(over, reading, reporter, ct);
    }

    private async Task End(Guid report, TakeReading.Command reading, string reporter, CancellationToken ct)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Trạm {reading.Station}: {reading.Indicator} đã trở về {reading.Value} {reading.Measure}, không còn vượt ngưỡng.");
        var notice = await personal.Seal(reporter, text, ct);
        await reports.Append(report, known => Decide(notice, known, clock.GetUtcNow()), ct);
    }
}
