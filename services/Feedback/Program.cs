using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Deflections;
using Ecosystem.Feedback.Guidance;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Routing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Forecasts;
using Ecosystem.Feedback.Live;
using Ecosystem.Feedback.OpenData;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.Services.AddAnalytics();
builder.Services.AddForecasts();
builder.Services.AddDesk();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store =>
{
    store.Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve).View<OrganisationRow>("organisation", OrganisationRow.Fold);
    store.KeepReports();
    store.KeepCategories();
    store.KeepDeflections();
    store.KeepRouting();
    store.KeepGuidance();
    store.KeepAnalytics();
    store.KeepForecasts();
    store.Announce(Announcements.Of);
});
builder.Services.AddSingleton(ReopenWindow.Of(builder.Configuration)).AddHostedService<PassingTime>();
builder.Services.AddCategories();
builder.Services.AddReportRouting();
builder.Services.AddGuidance();
    store.KeepAttachments();
});
builder.Services.AddAttachments();
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseServiceDefaults();
app.MapReports();
app.MapCategories();
app.MapDeflections();
app.MapRouting();
app.MapGuidance();
app.MapAnalytics();
app.MapForecasts();
app.MapOpenData();
app.MapDesk();
app.MapAttachments();
app.MapOperations("feedback");

app.Run();
