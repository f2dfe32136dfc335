using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The header webhook-signature of Standard Webhooks 1.0: HMAC-SHA256 over "id.timestamp.body", one for each live secret.</summary>
public static class Signature
{
    public static string Of(IEnumerable<string> secrets, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(WebhookSecret.Bytes(secret), signed))}"));
    }
}
