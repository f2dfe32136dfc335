using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>
/// Beside each secret a key pair, for receivers whose verifier must not be able to sign ("v1a"). It follows from the secret and the master key, so it is
/// rotated and destroyed with the secret, and who knows only the secret does not have it.
/// </summary>
public sealed class PublicKeys(IConfiguration configuration)
{
    private const string Prefix = "whpk_";

    private readonly byte[] master = Convert.FromBase64String(configuration["ECOSYSTEM_MASTER_KEY"] ?? "") is { Length: 32 } key ? key
        : throw new InvalidOperationException("ECOSYSTEM_MASTER_KEY must hold 32 bytes in base64; the keys that sign webhooks follow from it.");

    public static bool IsThere => Ed25519.IsThere;

    /// <summary>"whpk_" and base64, as Standard Webhooks writes it.</summary>
    public string Of(string secret) => Prefix + Convert.ToBase64String(Ed25519.PublicKey(Seed(secret)));

    /// <summary>The parts of webhook-signature beside those of the secrets, each with a space before it; empty where libsodium is missing.</summary>
    public string Signatures(IEnumerable<string> secrets, string id, long timestamp, string body) => !IsThere ? ""
        : string.Concat(secrets.Select(secret => $" v1a,{Convert.ToBase64String(Ed25519.Sign(Seed(secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}"));

    private byte[] Seed(string secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Ed25519.SeedBytes, salt: WebhookSecret.Bytes(secret), info: "webhook ed25519"u8.ToArray());
}
