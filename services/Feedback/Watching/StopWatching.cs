using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Watching;

/// <summary>One call is enough to hear no more of a place, or of all of them.</summary>
public sealed class StopWatching(EventStream<Watcher, WatchingEvent> watchers, WatchedCells cells, TimeProvider clock)
{
    /// <param name="number">Null: all.</param>
    public static WatchingEvent[] Decide(int? number, Watcher watcher, DateTimeOffset now) =>
        [.. watcher.Places.Keys.Where(one => number is null || one == number).Select(one => new WatchingEnded(one, now))];

    public static async Task<NoContent> OfOne([Range(1, Watcher.Most), Description("Which of the caller's places, 1 to 5.")] int number, Citizen by, StopWatching stop, CancellationToken ct)
    {
        await stop.Of(by.Id, number, ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> OfAll(Citizen by, StopWatching stop, CancellationToken ct)
    {
        await stop.Of(by.Id, number: null, ct);
        return TypedResults.NoContent();
    }

    public async Task Of(string citizen, int? number, CancellationToken ct)
    {
        await watchers.Append(Watcher.IdOf(citizen), watcher => Decide(number, watcher, clock.GetUtcNow()), ct);
        await cells.Settle(Watcher.IdOf(citizen), ct);
    }
}
