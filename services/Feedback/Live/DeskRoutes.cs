using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Live;

/// <summary>What happens, as it happens.</summary>
internal static class DeskRoutes
{
    public static void AddDesk(this IServiceCollection services) => services.AddSingleton<LiveDesk>();

    public static void MapDesk(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/desk/live", WatchDesk.Handle).RequireScope("feedback.read").WithSummary("Reports of the desk as they change, as server-sent events").Produces<DeskRow>(StatusCodes.Status200OK, "text/event-stream");
}
