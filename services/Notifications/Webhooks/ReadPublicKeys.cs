using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The owner reads the public keys that its receiver checks "v1a" signatures with: two while a secret is rotated.</summary>
public static class ReadPublicKeys
{
    /// <param name="PublicKey">Ed25519: "whpk_" and 32 bytes in base64.</param>
    public sealed record Item(string PublicKey);

    public static async Task<Ok<Page<Item>>> Handle(Guid id, SystemClient who, ReadModel<WebhookRow> webhooks, Secrets secrets, PublicKeys keys, CancellationToken ct)
    {
        var row = await WebhookItem.Own(webhooks, id, who, ct);
        return TypedResults.Ok(new Page<Item>(PublicKeys.IsThere ? [.. (await secrets.Live(id, row.Data, ct)).Select(secret => new Item(keys.Of(secret)))] : [], Next: null));
    }
}
