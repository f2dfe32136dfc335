using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Deflections;

/// <summary>Emergencies that went to the telephone.</summary>
internal static class DeflectionRoutes
{
    public static void KeepDeflections(this StoreBuilder store) =>
        store.Stream<Deflection, DeflectionEvent>("deflection", Deflection.New, Deflection.Evolve).Projection<CountDeflections.Row>("deflection_count", CountDeflections.On);

    public static void MapDeflections(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/deflections", Deflect.Handle).RequireScope("feedback.submit").WithSummary("Count that an emergency went to the telephone");
        app.MapGet("/v1/deflections", CountDeflections.Handle).RequireScope("feedback.analyse").WithSummary("How many emergencies went to the telephone");
    }
}
