using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Watching;

/// <summary>The caller's own places; nobody else can ask for them.</summary>
public static class ListWatchedPlaces
{
    public sealed record Item(
        [property: Description("Which of the caller's places, 1 to 5.")] int Number,
        [property: Description("What is watched.")] WatchedPlace Place,
        [property: Description("Since when, in UTC: reports from before are not told.")] DateTimeOffset WatchedSince);

    public static async Task<Ok<Page<Item>>> Handle(Citizen by, EventStream<Watcher, WatchingEvent> watchers, PersonalData personal, CancellationToken ct) =>
        TypedResults.Ok(new Page<Item>(await Of(by.Id, watchers, personal, ct), Next: null));

    internal static async Task<List<Item>> Of(string citizen, EventStream<Watcher, WatchingEvent> watchers, PersonalData personal, CancellationToken ct)
    {
        List<Item> items = [];
        foreach (var (number, watch) in (await watchers.Load(Watcher.IdOf(citizen), ct)).State.Places)
            if (WatchedPlace.Read(await personal.Open(citizen, watch.Place, ct)) is { } place) items.Add(new(number, place, watch.Since));
        return items;
    }
}
