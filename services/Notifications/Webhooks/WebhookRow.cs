using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Feed;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>A webhook as its owner sees it and as events are matched with it.</summary>
/// <param name="Keys">What events find it by, see <see cref="Selection.Keys"/>; none while it is disabled.</param>
public sealed record WebhookRow(
    string Owner, Subscription What, WebhookStatus Status, WhyDisabled? Why, DateTimeOffset? FailingSince, ImmutableArray<LiveSecret> Secrets, ImmutableArray<string> Keys, DateTimeOffset CreatedAt)
{
    public static WebhookRow? Fold(WebhookRow? row, Guid id, WebhookEvent happened) => happened switch
    {
        WebhookCreated e => new(e.Owner, e.What, WebhookStatus.Enabled, null, null, [new(e.Secret, null)], KeysOf(e.What), e.At),
        WebhookChanged e => row! with { What = e.What, Keys = row.Status is WebhookStatus.Disabled ? [] : KeysOf(e.What) },
        WebhookSecretRotated e => row! with { Secrets = [new(e.Secret, null), row.Secrets[0] with { Until = e.Until }] },
        WebhookBeganToFail e => row! with { Status = WebhookStatus.Failing, FailingSince = e.At },
        WebhookRecovered => row! with { Status = WebhookStatus.Enabled, FailingSince = null },
        WebhookDisabled e => row! with { Status = WebhookStatus.Disabled, Why = e.Why, FailingSince = null, Keys = [] },
        WebhookEnabled => row! with { Status = WebhookStatus.Enabled, Why = null, Keys = KeysOf(row.What) },
        WebhookDeleted => row! with { Status = WebhookStatus.Deleted, Secrets = [], Keys = [] },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static Selection Selected(Subscription what) => new(what.Types, what.Units);

    private static ImmutableArray<string> KeysOf(Subscription what) => Selected(what).Keys;
}

/// <param name="Until">Null: until it is rotated.</param>
public sealed record LiveSecret(Sealed Secret, DateTimeOffset? Until);
