using Ecosystem.EventSourcing;
using Ecosystem.Notifications;
using Ecosystem.Notifications.Feed;
using Ecosystem.Notifications.Webhooks;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("notifications");
builder.AddEventSourcing("notifications", typeof(Program).Assembly, store => store.KeepWork()
    .Stream<Message, MessageEvent>("message", _ => Message.None, Message.Evolve)
    .View<MessageRow>("message", MessageRow.Fold)
    .Stream<Preferences, PreferencesEvent>("preferences", _ => Preferences.Default, Preferences.Evolve)
    .Stream<FeedEntry, FeedEvent>("feed_entry", _ => FeedEntry.None, FeedEntry.Evolve)
    .View<FeedRow>("feed", FeedRow.Fold)
    .Stream<Webhook, WebhookEvent>("webhook", _ => Webhook.None, Webhook.Evolve)
    .View<WebhookRow>("webhook", WebhookRow.Fold)
    .Announce(Announcements.Of));
builder.AddMessaging("notifications", typeof(Program).Assembly);
builder.Services.AddValidation();
builder.Services.AddSingleton(new Mailer(builder.Configuration)).AddSingleton(new SmsGateway(builder.Configuration)).AddSingleton<KeyedHash>().AddSingleton<LiveInbox>().AddScoped<CreateMessage>();
builder.Services.AddSingleton<Arrivals>().AddHostedService(services => services.GetRequiredService<Arrivals>());
builder.AddWebhooks();

var app = builder.Build();
app.UseServiceDefaults();
app.MapGet("/v1/inbox", ReadInbox.Handle).RequireScope("inbox.read").WithSummary("The caller's messages, newest first");
app.MapGet("/v1/inbox/{id}", ReadMessage.Handle).RequireScope("inbox.read").WithSummary("One message of the caller's inbox");
app.MapGet("/v1/inbox/live", WatchInbox.Handle).RequireScope("inbox.read").WithSummary("New messages as they come, as server-sent events")
    .Produces<InboxItem>(StatusCodes.Status200OK, "text/event-stream");
app.MapGet("/v1/preferences", ReadPreferences.Handle).RequireScope("inbox.read").WithSummary("Language and e-mail address of the caller's messages");
app.MapPut("/v1/preferences", SetPreferences.Handle).RequireScope("inbox.read").WithSummary("Choose language and e-mail address of the caller's messages");
app.MapPut("/v1/callers", SetCallerPhone.Handle).RequireScope("feedback.intake").WithSummary("Write down whether a caller without an account wants messages by SMS");
app.MapGet("/v1/feed", ReadFeed.Handle).RequireScope("feed.read").WithSummary("What happened, in order, from a position on");
app.MapGet("/v1/feed/types", ListFeedTypes.Handle).RequireScope("feed.read").WithSummary("The types of events that there are");
app.MapGet("/v1/feed/live", WatchFeed.Handle).RequireScope("feed.read").WithSummary("What happens, as it comes, as server-sent events").Produces<CloudEvent>(StatusCodes.Status200OK, "text/event-stream");
app.MapWebhooks();
app.MapOperations("notifications");

app.Run();
