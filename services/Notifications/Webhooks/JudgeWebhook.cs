namespace Ecosystem.Notifications.Webhooks;

/// <summary>What attempts say about the endpoint.</summary>
public enum Verdict { Delivered, Failed, Gone, Exhausted }

/// <summary>An endpoint's state follows from what becomes of its deliveries; only turns are stored, not every attempt.</summary>
public static class JudgeWebhook
{
    public static WebhookEvent[] Decide(Verdict verdict, Webhook webhook, DateTimeOffset now) => (verdict, webhook.Status) switch
    {
        (Verdict.Gone, WebhookStatus.Enabled or WebhookStatus.Failing) => [new WebhookDisabled(WhyDisabled.Gone, now, webhook.Owner)],
        (Verdict.Exhausted, WebhookStatus.Enabled or WebhookStatus.Failing) => [new WebhookDisabled(WhyDisabled.Prolonged, now, webhook.Owner)],
        (Verdict.Failed, WebhookStatus.Enabled) => [new WebhookBeganToFail(now)],
        (Verdict.Delivered, WebhookStatus.Failing) => [new WebhookRecovered(now)],
        _ => [],
    };

    /// <summary>Whether it can change anything: asked before the stream is read.</summary>
    public static bool Matters(Verdict verdict, WebhookStatus status) => (verdict, status) is not ((Verdict.Delivered, WebhookStatus.Enabled) or (Verdict.Failed, WebhookStatus.Failing));
}
