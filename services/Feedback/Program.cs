using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store =>
{
    store.KeepAreas();
    store.Announce(Announcements.Of);
});
builder.AddAreas();
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseServiceDefaults();
app.MapAreas();
app.MapOperations("feedback");

app.Run();
