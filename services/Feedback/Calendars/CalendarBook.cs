using System.Collections.Concurrent;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Calendars;

/// <summary>A calendar as it counts at a time.</summary>
/// <param name="Version">How many decisions are in it; later ones have higher numbers.</param>
public sealed record CalendarInForce(string Code, int Version, WorkingCalendar Hours);

/// <summary>Finds the calendar in force. Building one costs a millisecond, so those in use are kept.</summary>
public sealed class CalendarBook(EventStream<Calendar, CalendarEvent> calendars, BuiltCalendars built)
{
    public async Task<CalendarInForce> InForce(string code, DateTimeOffset at, CancellationToken ct)
    {
        var loaded = await calendars.Load(Calendar.IdOf(code), ct);
        return built.Of(code, loaded.Version, loaded.State.InForce(LocalTime.DayOf(at)));
    }
}

/// <summary>One a process: calendars by code, version of the stream and number of the decisions in force.</summary>
public sealed class BuiltCalendars
{
    private const int Most = 200;
    private readonly ConcurrentDictionary<(string, long, int), CalendarInForce> built = new();

    public CalendarInForce Of(string code, long version, IReadOnlyList<CalendarChanged> inForce)
    {
        if (built.Count > Most) built.Clear();
        return built.GetOrAdd((code, version, inForce.Count), _ => new(code, inForce.Count, Calendar.Build(inForce)));
    }
}
