using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications.Webhooks;

public abstract record WebhookEvent;

/// <summary>Where events go, and which.</summary>
/// <param name="Types">Names or beginnings of types.</param>
/// <param name="Units">Codes of organisations, with those below them; none: all.</param>
public sealed record Subscription(string Url, ImmutableArray<string> Types, ImmutableArray<string> Units, string Description)
{
    public bool Equals(Subscription? other) =>
        other is not null && (Url, Description) == (other.Url, other.Description) && Types.SequenceEqual(other.Types) && Units.SequenceEqual(other.Units);

    public override int GetHashCode() => Url.GetHashCode(StringComparison.Ordinal);
}

/// <param name="Owner">The client that made it.</param>
/// <param name="Secret">Under the webhook's own key.</param>
[Stored("webhook_created")] public sealed record WebhookCreated(string Owner, Subscription What, Sealed Secret, DateTimeOffset At) : WebhookEvent;
[Stored("webhook_changed")] public sealed record WebhookChanged(Subscription What, DateTimeOffset At) : WebhookEvent;

/// <param name="Until">How long the secret before signs, too.</param>
[Stored("webhook_secret_rotated")] public sealed record WebhookSecretRotated(Sealed Secret, DateTimeOffset Until, DateTimeOffset At) : WebhookEvent;

/// <summary>A delivery failed where those before did not.</summary>
[Stored("webhook_began_to_fail")] public sealed record WebhookBeganToFail(DateTimeOffset At) : WebhookEvent;
[Stored("webhook_recovered")] public sealed record WebhookRecovered(DateTimeOffset At) : WebhookEvent;

/// <param name="Owner">Null in events from before owners were told.</param>
[Stored("webhook_disabled")] public sealed record WebhookDisabled(WhyDisabled Why, DateTimeOffset At, string? Owner = null) : WebhookEvent;
[Stored("webhook_enabled")] public sealed record WebhookEnabled(DateTimeOffset At) : WebhookEvent;
[Stored("webhook_deleted")] public sealed record WebhookDeleted(DateTimeOffset At) : WebhookEvent;

public enum WebhookStatus { Absent, Enabled, Failing, Disabled, Deleted }

/// <summary>Prolonged: every attempt of one delivery failed, and none of another succeeded meanwhile. Gone: the receiver answered 410.</summary>
public enum WhyDisabled { ByOwner, Gone, Prolonged }

/// <summary>What the rules need to remember.</summary>
public sealed record Webhook(WebhookStatus Status, string Owner = "", Subscription? What = null, DateTimeOffset? FailingSince = null)
{
    public static readonly Webhook None = new(WebhookStatus.Absent);

    /// <summary>Whose key seals its secrets.</summary>
    public static string SubjectOf(Guid id) => $"webhook:{id}";

    public static Webhook Evolve(Webhook webhook, WebhookEvent happened) => happened switch
    {
        WebhookCreated e => new(WebhookStatus.Enabled, e.Owner, e.What),
        WebhookChanged e => webhook with { What = e.What },
        WebhookSecretRotated => webhook,
        WebhookBeganToFail e => webhook with { Status = WebhookStatus.Failing, FailingSince = e.At },
        WebhookRecovered or WebhookEnabled => webhook with { Status = WebhookStatus.Enabled, FailingSince = null },
        WebhookDisabled => webhook with { Status = WebhookStatus.Disabled, FailingSince = null },
        WebhookDeleted => webhook with { Status = WebhookStatus.Deleted, FailingSince = null },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <exception cref="Refused">It is not there, or somebody else's, which looks alike.</exception>
    public Webhook Of(string client) =>
        Owner == client && Status is not (WebhookStatus.Absent or WebhookStatus.Deleted) ? this : throw new Refused(Problem.NotFound);
}
