using Ecosystem.Notifications.Feed;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>What runs beside the requests: the feed's readers and the webhooks' deliveries.</summary>
public static class WebhookDelivery
{
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<FeedHead>().AddHostedService(provider => provider.GetRequiredService<FeedHead>());
        services.AddSingleton<LiveFeed>();
        services.AddSingleton(Schedule.From(builder.Configuration));
        services.AddSingleton(new Destinations(builder.Configuration));
        services.AddSingleton<Courier>().AddSingleton<Secrets>().AddSingleton<PublicKeys>().AddSingleton<Attempts>().AddSingleton<Deliveries>().AddSingleton<Replays>().AddSingleton<Spread>().AddSingleton<Round>();
        services.AddHostedService<Dispatch>().AddHostedService<ForgetDeliveries>();
    }
}
