using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Watching;

/// <summary>Places around which citizens want to hear of new reports.</summary>
internal static class WatchingRoutes
{
    public static void KeepWatching(this StoreBuilder store) => store.Stream<Watcher, WatchingEvent>("watcher", Watcher.New, Watcher.Evolve);

    public static void AddWatching(this IServiceCollection services) => services.AddScoped<WatchedCells>().AddScoped<StopWatching>();

    public static void MapWatching(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/me/watched-places", ListWatchedPlaces.Handle).RequireScope("feedback.submit").WithSummary("List the places that the caller watches");
        app.MapPut("/v1/me/watched-places/{number}", WatchPlace.Handle).RequireScope("feedback.submit").WithSummary("Hear of new reports around a place");
        app.MapDelete("/v1/me/watched-places/{number}", StopWatching.OfOne).RequireScope("feedback.submit").WithSummary("Hear no more of a place");
        app.MapDelete("/v1/me/watched-places", StopWatching.OfAll).RequireScope("feedback.submit").WithSummary("Hear no more of any place");
    }
}
