using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Channels;
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
    store.KeepAttachments();
    store.KeepChannels();
    store.Announce(Announcements.Of);
});
builder.Services.AddAttachments();
builder.Services.AddChannels();
builder.Services.AddSingleton(ReopenWindow.Of(builder.Configuration));
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseServiceDefaults();
app.MapReports();
app.MapAttachments();
app.MapChannels();
app.MapOperations("feedback");

app.Run();
