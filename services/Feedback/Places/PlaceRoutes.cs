using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Places;

/// <summary>Where reports are, for everybody.</summary>
internal static class PlaceRoutes
{
    public static void AddPlaces(this IServiceCollection services) => services.AddScoped<NearbyReports>();

    public static void MapPlaces(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/reports/similar", FindSimilar.Handle).RequireScope("feedback.read").WithSummary("Find open reports of the same before one is sent");
        app.MapGet("/v1/public/reports", ListPublicReports.Handle).AllowAnonymous().Produces<Page<PublicReport>>().WithSummary("List public reports");
        app.MapGet("/v1/public/map", ShowMap.Handle).AllowAnonymous().Produces<ShowMap.Map>(StatusCodes.Status200OK, "application/geo+json").WithSummary("Show public reports on a map");
        app.MapGet("/v1/public/nearest", FindNearest.Handle).AllowAnonymous().Produces<Page<FindSimilar.Item>>().WithSummary("Find the open reports around a place");
    }
}
