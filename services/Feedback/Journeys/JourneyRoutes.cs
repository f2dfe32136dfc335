using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Journeys;

/// <summary>One report from the first word to the last delivered message.</summary>
internal static class JourneyRoutes
{
    public static void KeepJourneys(this StoreBuilder store) => store.Stream<Journey, JourneyEvent>("journey", _ => Journey.None, Journey.Evolve);

    public static void MapJourneys(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/reports/{id}/journey", ReadJourney.Handle).RequireScope("feedback.read").WithSummary("Read a report's way to the delivered messages, hop by hop");
}
