using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Routing;

/// <summary>Who is in charge of what, decided by the coordinating unit.</summary>
internal static class RoutingRoutes
{
    public static void KeepRouting(this StoreBuilder store) => store.Stream<RoutingPlan, RoutingEvent>("routing", RoutingPlan.New, RoutingPlan.Evolve);

    public static void AddReportRouting(this IServiceCollection services)
    {
        services.AddInForce<RoutingPlan, RoutingEvent, Matchers>(RoutingPlan.Id, RoutingPlan.New(RoutingPlan.Id));
        services.AddScoped<Dispatcher>().AddScoped<ReceiveReport>().AddScoped<PastMatters>();
    }

    public static void MapRouting(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/routing", ReadRouting.Handle).RequireScope("feedback.coordinate").WithSummary("Read the routing rules, now or as of a time");
        app.MapGet("/v1/routing/problems", FindRoutingProblems.Handle).RequireScope("feedback.coordinate").WithSummary("List rules that cannot do what they were meant to");
        app.MapGet("/v1/routing/drafts/{draft}", ReadRouting.HandleDraft).RequireScope("feedback.coordinate").WithSummary("Read a draft");
        app.MapPut("/v1/routing/drafts/{draft}", DraftRouting.Handle).RequireScope("feedback.coordinate").WithSummary("Write a draft");
        app.MapPost("/v1/routing/drafts/{draft}/publication", PublishRouting.Handle).RequireScope("feedback.coordinate").WithSummary("Put a draft into force by a decision");
        app.MapPost("/v1/routing/preview", PreviewRouting.Handle).RequireScope("feedback.coordinate").WithSummary("See where a report would go and why");
        app.MapPost("/v1/routing/replays", ReplayRouting.Handle).RequireScope("feedback.coordinate").WithSummary("See what a draft would have changed about past reports");
    }
}
