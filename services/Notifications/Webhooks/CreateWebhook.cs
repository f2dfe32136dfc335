using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Feed;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>A system says where events shall go. The secret that signs them is told here and never again.</summary>
public static class CreateWebhook
{
    /// <param name="Types">None: all that may be heard.</param>
    /// <param name="Units">Codes of organisations, with those below them; none: all that may be heard.</param>
    public sealed record Command(
        [property: Text(1, 2000)] string Url, [property: EventTypes] string[]? Types = null, [property: Units] string[]? Units = null, [property: Text(0, 500)] string Description = "");

    /// <param name="Secret">For the receiver, to check the header webhook-signature with.</param>
    public sealed record Receipt(Guid Id, long Version, long Position, string Secret) : IPositioned;

    public static WebhookEvent[] Decide(Subscription what, Sealed secret, Webhook webhook, string owner, DateTimeOffset now) =>
        webhook.Status is WebhookStatus.Absent ? [new WebhookCreated(owner, what, secret, now)] : [];

    public static async Task<Created<Receipt>> Handle(
        Command command, FeedReader who, Destinations destinations, Secrets secrets, EventStream<Webhook, WebhookEvent> webhooks, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var what = await Checked(command, who, destinations, ct);
        var id = cause.NewId();
        var secret = await secrets.Seal(id, WebhookSecret.New(), ct);
        var done = await webhooks.Create(id, webhook => Decide(what, secret, webhook, who.Id, clock.GetUtcNow()), ct);
        var created = done.Events.OfType<WebhookCreated>().Single();
        return TypedResults.Created($"/v1/webhooks/{id}", new Receipt(id, done.Version, done.Position, await secrets.Open(id, created.Secret, ct)));
    }

    /// <exception cref="Refused">The address may not be used, or the caller may not hear all of this.</exception>
    internal static async Task<Subscription> Checked(Command command, FeedReader who, Destinations destinations, CancellationToken ct)
    {
        var selection = who.Narrow(command.Types ?? [], command.Units ?? []);
        if (await destinations.Check(command.Url, ct) is { } problem) throw new Refused(problem);
        return new(command.Url, selection.Types, selection.Units, command.Description);
    }
}
