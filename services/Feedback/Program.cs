using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Desk;
using Ecosystem.Feedback.Guidance;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store =>
{
    store.Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve).View<OrganisationRow>("organisation", OrganisationRow.Fold);
    store.KeepReports();
    store.KeepGuidance();
    store.Announce(Announcements.Of);
});
builder.Services.AddSingleton(ReopenWindow.Of(builder.Configuration));
builder.Services.AddGuidance();
builder.AddDesk();
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseDesk();
app.UseServiceDefaults();
app.MapReports();
app.MapGuidance();
app.MapDesk();
app.MapOperations("feedback");

app.Run();
