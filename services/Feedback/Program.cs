using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store =>
{
    store.Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve).View<OrganisationRow>("organisation", OrganisationRow.Fold);
    store.KeepReports();
    store.KeepCalendars();
    store.KeepTimeLimits();
    store.Announce(Announcements.Of);
});
builder.Services.AddSingleton(ReopenWindow.Of(builder.Configuration));
builder.AddMessaging("feedback", typeof(Program).Assembly);
builder.Services.AddCalendars();
builder.Services.AddDeadlines();

var app = builder.Build();
app.UseServiceDefaults();
app.MapReports();
app.MapCalendars();
app.MapTimeLimits();
app.MapDeadlines();
app.MapOperations("feedback");

app.Run();
