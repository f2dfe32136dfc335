using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Forecasts;
using Ecosystem.Feedback.Live;
using Ecosystem.Feedback.OpenData;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Forwarding;
using Ecosystem.Feedback.Journeys;
using Ecosystem.Feedback.Open311;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Proofs;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store =>
{
    store.KeepWork();
    store.Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve).View<OrganisationRow>("organisation", OrganisationRow.Fold);
    store.KeepReports();
    store.KeepAreas();
    store.Announce(Announcements.Of);
});
builder.AddAreas();
    store.KeepForwardings();
    store.KeepDataRequests();
    store.KeepAnchors();
    store.KeepJourneys();
});
builder.AddForwarding();
builder.Services.AddProofs();
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseMiddleware<GeoReportErrors>();
app.UseServiceDefaults();
app.MapAreas();
app.MapReports();
app.MapOpen311();
app.MapForwarding();
app.MapDataRequests();
app.MapProofs();
app.MapJourneys();
app.MapOperations("feedback");

app.Run();
