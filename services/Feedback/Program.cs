using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store => store
    .Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve)
    .View<OrganisationRow>("organisation", OrganisationRow.Fold)
    .Stream<Report, ReportEvent>("report", Report.New, Report.Evolve)
    .View<ReportRow>("report", ReportRow.Fold)
    .Announce(Announcements.Of));
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseServiceDefaults();

app.MapPost("/v1/reports", SubmitReport.Handle).RequireScope("feedback.submit").WithSummary("Submit a report");
app.MapGet("/v1/reports", ListReports.Handle).RequireScope("feedback.read").WithSummary("List the unit's desk, or the caller's own reports");
app.MapGet("/v1/reports/{id}", ReadReport.Handle).RequireScope("feedback.read").WithSummary("Read a report, now or as of a time");
app.MapGet("/v1/reports/{id}/history", ReadHistory.Handle).RequireScope("feedback.read").WithSummary("Read what happened to a report");
app.MapPost("/v1/reports/{id}/acceptance", AcceptReport.Handle).RequireScope("feedback.handle").WithSummary("Accept a report");
app.MapPost("/v1/reports/{id}/answer", AnswerReport.Handle).RequireScope("feedback.handle").WithSummary("Answer a report");
app.MapPost("/v1/reports/{id}/rating", RateAnswer.Handle).RequireScope("feedback.submit").RequireLevel(2).WithSummary("Rate the answer");
app.MapGet("/v1/tracking/{code}", TrackReport.Handle).AllowAnonymous().WithSummary("See how far a report is, by its public code");
app.MapGet("/v1/categories", ListCategories.Handle).RequireScope("feedback.read").WithSummary("List what can be reported");
app.MapDelete("/v1/me/personal-data", ErasePersonalData.Handle).RequireScope("feedback.submit").WithSummary("Erase the caller's personal data");
app.MapOperations("feedback");

app.Run();
