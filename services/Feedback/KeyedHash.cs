using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Feedback;

/// <summary>Hashes that only holders of the master key can make: each purpose has a key of its own.</summary>
public sealed class KeyedHash
{
    private readonly byte[] master;

    /// <exception cref="InvalidOperationException">ECOSYSTEM_MASTER_KEY is missing.</exception>
    public KeyedHash(IConfiguration configuration) => master = Convert.FromBase64String(configuration["ECOSYSTEM_MASTER_KEY"] ?? "") is { Length: 32 } key ? key
        : throw new InvalidOperationException("ECOSYSTEM_MASTER_KEY must hold 32 bytes in base64; it wraps the keys of all persons.");

    /// <summary>32 bytes.</summary>
    public byte[] Of(string purpose, ReadOnlySpan<byte> what) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: Encoding.UTF8.GetBytes($"feedback {purpose}")), what);
}
