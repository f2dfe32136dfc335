using Ecosystem.EventSourcing;
using Ecosystem.Notifications;
using Ecosystem.Notifications.Feed;
using Ecosystem.Notifications.Webhooks;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("notifications");
builder.AddEventSourcing("notifications", typeof(Program).Assembly, store => store
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
builder.Services.AddSingleton(new Mailer(builder.Configuration)).AddSingleton<LiveInbox>().AddScoped<CreateMessage>();
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
app.MapGet("/v1/feed", ReadFeed.Handle).RequireScope("feed.read").WithSummary("What happened, in order, from a position on");
app.MapGet("/v1/feed/types", ListFeedTypes.Handle).RequireScope("feed.read").WithSummary("The types of events that there are");
app.MapGet("/v1/feed/live", WatchFeed.Handle).RequireScope("feed.read").WithSummary("What happens, as it comes, as server-sent events").Produces<CloudEvent>(StatusCodes.Status200OK, "text/event-stream");
var webhooks = app.MapGroup("/v1/webhooks").RequireScope("webhooks.manage");
webhooks.MapPost("", CreateWebhook.Handle).WithSummary("Say where events shall go, and which");
webhooks.MapGet("", ListWebhooks.Handle).WithSummary("The caller's own webhooks");
webhooks.MapGet("/{id}", ReadWebhook.Handle).WithSummary("One webhook and how it does");
webhooks.MapPut("/{id}", ChangeWebhook.Handle).RequireIfMatch().WithSummary("Say anew where which events shall go");
webhooks.MapDelete("/{id}", DeleteWebhook.Handle).WithSummary("Delete a webhook");
webhooks.MapPost("/{id}/secret", RotateSecret.Handle).WithSummary("A new secret; the one before signs beside it for a day");
webhooks.MapPost("/{id}/ping", PingWebhook.Handle).WithSummary("Send a trial event at once");
webhooks.MapPost("/{id}/disablement", DisableWebhook.Handle).WithSummary("Send nothing for now");
webhooks.MapPost("/{id}/enablement", EnableWebhook.Handle).WithSummary("Send again");
webhooks.MapGet("/{id}/attempts", ListAttempts.Handle).WithSummary("What was tried, newest first");
webhooks.MapPost("/{id}/replays", ReplayFrom.Handle).WithSummary("Send all events after a position again");
webhooks.MapPost("/{id}/replays/one", ReplayEvent.Handle).WithSummary("Send one event again");
app.MapOperations("notifications");

app.Run();
