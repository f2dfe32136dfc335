using System.Security.Cryptography;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The key that a webhook's receiver shares with us: "whsec_" and 32 random bytes in base64, as Standard Webhooks writes it.</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static byte[] Bytes(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);
}
