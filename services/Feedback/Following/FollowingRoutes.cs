using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Following;

/// <summary>Others' reports that citizens want to hear of.</summary>
internal static class FollowingRoutes
{
    public static void KeepFollowing(this StoreBuilder store) =>
        store.Stream<Follow, FollowingEvent>("following", Follow.New, Follow.Evolve).View<FollowRow>("following", FollowRow.Fold);

    public static void MapFollowing(this IEndpointRouteBuilder app)
    {
        app.MapPut("/v1/reports/{id}/following", FollowReport.Handle).RequireScope("feedback.submit").WithSummary("Hear what becomes of a report");
        app.MapDelete("/v1/reports/{id}/following", UnfollowReport.Handle).RequireScope("feedback.submit").WithSummary("Hear of it no more");
    }
}
