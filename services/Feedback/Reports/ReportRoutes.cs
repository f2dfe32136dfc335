using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

/// <summary>Reports from the citizen's first word to the last verdict.</summary>
internal static class ReportRoutes
{
    public static void KeepReports(this StoreBuilder store) =>
        store.Stream<Report, ReportEvent>("report", Report.New, Report.Evolve).View<ReportRow>("report", ReportRow.Fold);

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/reports", SubmitReport.Handle).RequireScope("feedback.submit").WithSummary("Submit a report");
        app.MapGet("/v1/reports", ListReports.Handle).RequireScope("feedback.read").WithSummary("List the unit's desk, or the caller's own reports");
        app.MapGet("/v1/reports/{id}", ReadReport.Handle).RequireScope("feedback.read").WithSummary("Read a report, now or as of a time");
        app.MapGet("/v1/reports/{id}/history", ReadHistory.Handle).RequireScope("feedback.read").WithSummary("Read what happened to a report");
        app.MapPost("/v1/reports/{id}/acceptance", AcceptReport.Handle).RequireScope("feedback.handle").WithSummary("Accept a report");
        app.MapPost("/v1/reports/{id}/answer", AnswerReport.Handle).RequireScope("feedback.handle").WithSummary("Answer a report");
        app.MapPost("/v1/reports/{id}/rating", RateAnswer.Handle).RequireScope("feedback.submit").RequireLevel(2).WithSummary("Rate the answer");
        app.MapGet("/v1/tracking/{code}", TrackReport.Handle).AllowAnonymous().WithSummary("See how far a report is, by its public code");
        app.MapDelete("/v1/me/personal-data", ErasePersonalData.Handle).RequireScope("feedback.submit").WithSummary("Erase the caller's personal data");
    }
}
