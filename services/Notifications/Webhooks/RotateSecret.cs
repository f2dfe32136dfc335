using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>A new secret; the one before signs beside it for a day, so that the receiver can change over without losing anything.</summary>
public static class RotateSecret
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <param name="PreviousUntil">How long both sign.</param>
    public sealed record Receipt(Guid Id, long Version, long Position, string Secret, DateTimeOffset PreviousUntil) : IPositioned;

    public static WebhookEvent[] Decide(Sealed secret, Webhook webhook, string client, DateTimeOffset now)
    {
        webhook.Of(client);
        return [new WebhookSecretRotated(secret, now + Overlap, now)];
    }

    public static async Task<Ok<Receipt>> Handle(Guid id, SystemClient who, Secrets secrets, EventStream<Webhook, WebhookEvent> webhooks, TimeProvider clock, CancellationToken ct)
    {
        (await webhooks.Load(id, ct)).State.Of(who.Id);    // before a key is made for what is not there
        var secret = await secrets.Seal(id, WebhookSecret.New(), ct);
        var done = await webhooks.Append(id, webhook => Decide(secret, webhook, who.Id, clock.GetUtcNow()), ct);
        var rotated = done.Events.OfType<WebhookSecretRotated>().Single();
        return TypedResults.Ok(new Receipt(id, done.Version, done.Position, await secrets.Open(id, rotated.Secret, ct), rotated.Until));
    }
}
