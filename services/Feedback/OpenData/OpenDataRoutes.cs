namespace Ecosystem.Feedback.OpenData;

/// <summary>What everybody may have and use again.</summary>
internal static class OpenDataRoutes
{
    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/open-data/reports", ListExports.Handle).AllowAnonymous().WithSummary("See which files of open data there are, and their licence");
        app.MapGet("/v1/open-data/reports/{file}", ExportReports.Handle).AllowAnonymous().WithSummary("A day's reports as CSV, NDJSON or GeoJSON").Produces<string>(StatusCodes.Status200OK, "text/csv", "application/x-ndjson", "application/geo+json").Produces(StatusCodes.Status304NotModified);
    }
}
