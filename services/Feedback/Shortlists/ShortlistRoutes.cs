using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Shortlists;

/// <summary>What an official keeps at hand, at the desk and in the field.</summary>
internal static class ShortlistRoutes
{
    public static void KeepShortlists(this StoreBuilder store) =>
        store.Stream<Shortlisting, ShortlistEvent>("shortlisting", Shortlisting.New, Shortlisting.Evolve).View<ShortlistRow>("shortlisting", ShortlistRow.Fold);

    public static void AddShortlists(this IServiceCollection services) => services.AddSingleton<OfflineSelection>();

    public static void MapShortlists(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/shortlist", ListShortlist.Handle).RequireScope("feedback.handle").WithSummary("List the reports that the official keeps at hand");
        app.MapPut("/v1/shortlist/{report}", ShortlistReport.Handle).RequireScope("feedback.handle").WithSummary("Keep a report at hand");
        app.MapDelete("/v1/shortlist/{report}", UnlistReport.Handle).RequireScope("feedback.handle").WithSummary("Keep it at hand no more");
        app.MapGet("/v1/offline-package", ReadOfflinePackage.Handle).RequireScope("feedback.handle").WithSummary("Get reports for work without a network").Produces(StatusCodes.Status304NotModified);
    }
}
