using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Organisations;
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
    store.Announce(Announcements.Of);
});
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseServiceDefaults();
app.MapReports();
app.MapOperations("feedback");

app.Run();
