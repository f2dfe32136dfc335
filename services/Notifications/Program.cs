using Ecosystem.EventSourcing;
using Ecosystem.Notifications;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("notifications");
builder.AddEventSourcing("notifications", typeof(Program).Assembly, store => store
    .Stream<Message, MessageEvent>("message", _ => Message.None, Message.Evolve)
    .View<MessageRow>("message", MessageRow.Fold)
    .Stream<Preferences, PreferencesEvent>("preferences", _ => Preferences.Default, Preferences.Evolve)
    .Announce(Announcements.Of));
builder.AddMessaging("notifications", typeof(Program).Assembly);
builder.Services.AddValidation();
builder.Services.AddSingleton(new Mailer(builder.Configuration));
builder.Services.AddSingleton<Arrivals>().AddHostedService(services => services.GetRequiredService<Arrivals>());
builder.Services.AddSingleton<LiveInbox>();
builder.Services.AddScoped<CreateMessage>();

var app = builder.Build();
app.UseServiceDefaults();

app.MapGet("/v1/inbox", ReadInbox.Handle).RequireScope("inbox.read").WithSummary("The caller's messages, newest first");
app.MapGet("/v1/inbox/{id}", ReadMessage.Handle).RequireScope("inbox.read").WithSummary("One message of the caller's inbox");
app.MapGet("/v1/inbox/live", WatchInbox.Handle).RequireScope("inbox.read").WithSummary("New messages as they come, as server-sent events")
    .Produces<InboxItem>(StatusCodes.Status200OK, "text/event-stream");
app.MapGet("/v1/preferences", ReadPreferences.Handle).RequireScope("inbox.read").WithSummary("Language and e-mail address of the caller's messages");
app.MapPut("/v1/preferences", SetPreferences.Handle).RequireScope("inbox.read").WithSummary("Choose language and e-mail address of the caller's messages");
app.MapOperations("notifications");

app.Run();
