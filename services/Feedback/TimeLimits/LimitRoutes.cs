using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.TimeLimits;

/// <summary>How long what may take.</summary>
internal static class LimitRoutes
{
    public static void KeepTimeLimits(this StoreBuilder store) =>
        store.Stream<LimitTable, LimitTableEvent>("time_limits", _ => LimitTable.Shipped, LimitTable.Evolve).View<LimitTable>("time_limits", LimitTable.Fold);

    public static void MapTimeLimits(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/time-limits/{code}", ReadTimeLimits.Handle).RequireScope("feedback.read").WithSummary("Read a province's time limits, now or as of a time");
        app.MapGet("/v1/time-limits/{code}/history", ReadTimeLimits.History).RequireScope("feedback.read").WithSummary("Read who set time limits when");
        app.MapPut("/v1/time-limits/{code}", SetTimeLimits.Handle).RequireScope("feedback.coordinate").WithSummary("Set the time limits that a decision fixes");
        app.MapPost("/v1/time-limits/{code}/trial", TryTimeLimits.Handle).RequireScope("feedback.coordinate").WithSummary("Try limits, those in force or drafted ones, without setting them");
    }
}
