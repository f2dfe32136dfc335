using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Feed;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The owner says anew where which events shall go; what is on its way goes to the new address.</summary>
public static class ChangeWebhook
{
    public static WebhookEvent[] Decide(Subscription what, Webhook webhook, string client, DateTimeOffset now) =>
        webhook.Of(client).What == what ? [] : [new WebhookChanged(what, now)];

    public static async Task<Ok<Written>> Handle(
        Guid id, CreateWebhook.Command command, FeedReader who, Destinations destinations, EventStream<Webhook, WebhookEvent> webhooks, TimeProvider clock, CancellationToken ct)
    {
        (await webhooks.Load(id, ct)).State.Of(who.Id);    // who asks about another's webhook learns nothing about the address either
        var what = await CreateWebhook.Checked(command, who, destinations, ct);
        return TypedResults.Ok((await webhooks.Append(id, webhook => Decide(what, webhook, who.Id, clock.GetUtcNow()), ct)).Written);
    }
}
