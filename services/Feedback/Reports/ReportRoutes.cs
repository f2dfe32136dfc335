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
        app.MapPost("/v1/reports/{id}/start", StartReport.Handle).RequireScope("feedback.handle").WithSummary("Begin the work on a report");
        app.MapPost("/v1/reports/{id}/waiting", SuspendReport.Handle).RequireScope("feedback.handle").WithSummary("Wait for the citizen, a third party or a planned date");
        app.MapPost("/v1/reports/{id}/resumption", ResumeReport.Handle).RequireScope("feedback.handle").WithSummary("Go on after waiting");
        app.MapPost("/v1/reports/{id}/information", GiveInformation.Handle).RequireScope("feedback.submit").WithSummary("Tell what the unit asked for");
        app.MapPost("/v1/reports/{id}/interim-answers", GiveInterimAnswer.Handle).RequireScope("feedback.handle").WithSummary("Tell the citizen that it takes longer, and until when");
        app.MapPost("/v1/reports/{id}/return", ReturnReport.Handle).RequireScope("feedback.handle").WithSummary("Return a report that is not the unit's matter, once");
        app.MapPost("/v1/reports/{id}/transfer", TransferReport.Handle).RequireScope("feedback.handle").WithSummary("Hand a report to another unit");
        app.MapPost("/v1/reports/{id}/rejection", RejectReport.Handle).RequireScope("feedback.handle").WithSummary("Refuse a report, for a reason from the list");
        app.MapPost("/v1/reports/{id}/merge", MergeReport.Handle).RequireScope("feedback.handle").WithSummary("Merge a duplicate into the report that goes on");
        app.MapPost("/v1/reports/{id}/separation", SeparateReport.Handle).RequireScope("feedback.handle").WithSummary("Undo a merge");
        app.MapPost("/v1/reports/{id}/split", SplitReport.Handle).RequireScope("feedback.handle").WithSummary("Give other units their parts of a report");
        app.MapPost("/v1/reports/{id}/identity-openings", OpenIdentity.Handle).RequireScope("feedback.coordinate").WithSummary("Learn who made a confidential report, for a purpose that is kept");
        app.MapPost("/v1/reports/{id}/answer", AnswerReport.Handle).RequireScope("feedback.handle").WithSummary("Answer a report");
        app.MapPost("/v1/reports/{id}/rating", RateAnswer.Handle).RequireScope("feedback.submit").RequireLevel(2).WithSummary("Rate the answer");
        app.MapPost("/v1/reports/{id}/reopening", ReopenReport.Handle).RequireScope("feedback.submit").RequireLevel(2).WithSummary("Say that it is not solved, within the window after the answer");
        app.MapPost("/v1/reports/{id}/appeal", AppealReport.Handle).RequireScope("feedback.submit").RequireLevel(2).WithSummary("Turn to the level above after a refusal or a poor answer, once");
        app.MapGet("/v1/tracking/{code}", TrackReport.Handle).AllowAnonymous().WithSummary("See how far a report is, by its public code");
        app.MapDelete("/v1/me/personal-data", ErasePersonalData.Handle).RequireScope("feedback.submit").WithSummary("Erase the caller's personal data");
    }
}
