using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Watching;

/// <summary>A citizen wants to hear of new reports around a place; what was watched under the number before is not any more.</summary>
public static class WatchPlace
{
    public static WatchingEvent[] Decide(int number, Sealed place, Watcher watcher, Citizen by, DateTimeOffset now) =>
        watcher.Places.TryGetValue(number, out var known) && known.Place == place ? [] : [new PlaceWatched(number, by.Id, place, now)];

    public static async Task<Ok<Written>> Handle(
        [Range(1, Watcher.Most), Description("Which of the caller's places, 1 to 5.")] int number, WatchedPlace place, Citizen by,
        EventStream<Watcher, WatchingEvent> watchers, WatchedCells cells, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var id = Watcher.IdOf(by.Id);
        var known = (await watchers.Load(id, ct)).State.Places.GetValueOrDefault(number);
        var sealedPlace = await personal.SealAgain(by.Id, place.Write(), known?.Place, ct);
        var done = await watchers.Append(id, watcher => Decide(number, sealedPlace, watcher, by, clock.GetUtcNow()), ct);
        await cells.Settle(id, ct);    // also when it was so already: the process may have died between the two
        return TypedResults.Ok(done.Written);
    }
}
