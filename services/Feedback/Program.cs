using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Desk;
using Ecosystem.Feedback.Open311;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("feedback");
builder.Services.AddValidation();
builder.AddEventSourcing("feedback", typeof(Program).Assembly, store =>
{
    store.KeepWork();
    store.KeepAreas();
    store.Announce(Announcements.Of);
});
builder.AddAreas();
builder.AddMessaging("feedback", typeof(Program).Assembly);

var app = builder.Build();
app.UseMiddleware<GeoReportErrors>();
app.UseMiddleware<ApiKey>();
app.UseDeskPages();
app.UseServiceDefaults();
app.UseMiddleware<OwnCategories>();
app.MapAreas();
app.MapOperations("feedback");

app.Run();
