using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels.Sensors;

/// <summary>A station measures too much: one report for as long as that lasts, and a word on it when it is over.</summary>
public static class TakeReading
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    public sealed record Command(
        [property: RegularExpression(@"\A[A-Za-z0-9._:-]{1,60}\z"), Description("The station's code, 1 to 60 letters, digits, dots, colons, dashes and underscores.")] string Station,
        [property: RegularExpression(@"\A[A-Za-z0-9._-]{1,40}\z"), Description("What is measured, such as pm25 or water-level, 1 to 40 characters.")] string Indicator,
        [property: Range(-1e9, 1e9), Description("The measured value.")] double Value,
        [property: Range(-1e9, 1e9), Description("The value above which it is too much.")] double Threshold,
        [property: Text(1, 20), Description("The value's unit, such as µg/m³.")] string Measure,
        [property: SensibleTime, Description("When it was measured.")] DateTimeOffset MeasuredAt,
        [property: CommuneCode] string Commune,
        [property: CategoryCode] string Category = "environment",
        Place? Place = null);

    public sealed record Outcome(
        Guid Id, long Version, long Position,
        [property: Description("The report of the crossing that lasts; null where the value is not above the threshold.")] Guid? Report) : IPositioned;

    /// <summary>Readings from before the last change came late and change nothing.</summary>
    public static SensorEvent[] Decide(Command reading, Sensor sensor, DateTimeOffset now)
    {
        if (reading.MeasuredAt > now + ClocksDiffer) throw new Refused(ChannelProblems.MeasuredInFuture);
        if (reading.MeasuredAt <= sensor.ChangedAt) return [];
        return (reading.Value > reading.Threshold, sensor.Report) switch
        {
            (true, null) => [new ThresholdCrossed(NamedId.Of(sensor.Id, $"{reading.MeasuredAt.UtcTicks}"), reading.Value, reading.Threshold, reading.MeasuredAt)],
            (false, { } report) => [new ThresholdKeptAgain(report, reading.Value, reading.MeasuredAt)],
            _ => [],
        };
    }

    public static SubmitReport.Command Told(Command reading) => new(
        reading.Category, string.Create(CultureInfo.InvariantCulture, $"Trạm {reading.Station}: {reading.Indicator} = {reading.Value} {reading.Measure}, vượt ngưỡng {reading.Threshold} {reading.Measure}."), reading.Commune, reading.Place);

    public static async Task<Ok<Outcome>> Handle(Command command, SystemClient by, EventStream<Sensor, SensorEvent> sensors, Crossings crossings, Intake intake, TimeProvider clock, CancellationToken ct)
    {
        await intake.Receive(Told(command), Source.Sensor, ct);
        var id = NamedId.Of($"sensor:{by.Id}\n{command.Station}\n{command.Indicator}");
        var done = await sensors.Append(id, sensor => Decide(command, sensor, clock.GetUtcNow()), ct);
        await crossings.Follow(done.State, command, by.Id, ct);
        return TypedResults.Ok(new Outcome(id, done.Version, done.Position, done.State.Report));
    }
}
