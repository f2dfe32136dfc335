using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Deflections;
using Ecosystem.Feedback.Following;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Routing;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store =>
{
    store.Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve).View<OrganisationRow>("organisation", OrganisationRow.Fold);
    store.KeepReports();
    store.KeepCategories();
    store.KeepDeflections();
    store.KeepRouting();
    store.KeepFollowing();
    store.Announce(Announcements.Of);
});
builder.Services.AddCategories();
builder.Services.AddReportRouting();
builder.Services.AddPlaces();
builder.Services.AddSingleton(ReopenWindow.Of(builder.Configuration));
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseServiceDefaults();
app.MapReports();
app.MapCategories();
app.MapDeflections();
app.MapRouting();
app.MapPlaces();
app.MapFollowing();
app.MapOperations("feedback");

app.Run();
