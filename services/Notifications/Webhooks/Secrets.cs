using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>A webhook's secrets: stored under its own key, which goes when it is deleted.</summary>
public sealed class Secrets(PersonalData keys, TimeProvider clock)
{
    public ValueTask<Sealed> Seal(Guid webhook, string secret, CancellationToken ct) => keys.Seal(Webhook.SubjectOf(webhook), secret, ct);

    public async ValueTask<string> Open(Guid webhook, Sealed secret, CancellationToken ct) =>
        await keys.Open(Webhook.SubjectOf(webhook), secret, ct) ?? throw new Refused(Problem.NotFound);

    /// <summary>Those that sign now, the newest first.</summary>
    public async Task<IReadOnlyList<string>> Live(Guid webhook, WebhookRow row, CancellationToken ct)
    {
        List<string> live = [];
        foreach (var secret in row.Secrets.Where(secret => secret.Until is null || secret.Until > clock.GetUtcNow())) live.Add(await Open(webhook, secret.Secret, ct));
        return live;
    }

    public Task Destroy(Guid webhook, CancellationToken ct) => keys.Erase(Webhook.SubjectOf(webhook), ct);
}
