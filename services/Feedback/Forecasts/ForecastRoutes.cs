using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>What will be reported, and what is more than that.</summary>
internal static class ForecastRoutes
{
    public static void KeepForecasts(this StoreBuilder store) =>
        store.Stream<HotSpot, HotSpotEvent>("hot_spot", HotSpot.New, HotSpot.Evolve).View<HotSpotRow>("hot_spot", HotSpotRow.Fold);

    public static void AddForecasts(this IServiceCollection services) => services.AddSingleton<History>().AddHostedService<WatchHotSpots>();

    public static void MapForecasts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/analytics/forecasts", ReadForecast.Handle).RequireScope("feedback.analyse").WithSummary("See how many reports will come in the next days");
        app.MapGet("/v1/analytics/hot-spots", ListHotSpots.Handle).RequireScope("feedback.analyse").WithSummary("See where more was reported than was to be expected");
    }
}
