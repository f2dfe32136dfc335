using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.OpenData;

/// <summary>What everybody may have and use again.</summary>
internal static class OpenDataRoutes
{
    public static void KeepOpenData(this StoreBuilder store) => store.Projection<PublicCourse>("public_course", PublicCourse.On);

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/open-data/reports", ListExports.Handle).AllowAnonymous().WithSummary("See which files of open data there are, and their licence");
        app.MapGet("/v1/open-data/reports/{file}", ExportReports.Handle).AllowAnonymous().WithSummary("A day's reports as CSV, NDJSON or GeoJSON").Produces<string>(StatusCodes.Status200OK, "text/csv", "application/x-ndjson", "application/geo+json").Produces(StatusCodes.Status304NotModified);
        app.MapGet("/v1/public/reports.atom", ReadFeed.Handle).AllowAnonymous().WithSummary("Public reports and their public changes as an Atom feed").Produces<string>(StatusCodes.Status200OK, "application/atom+xml").Produces(StatusCodes.Status304NotModified);
    }
}
