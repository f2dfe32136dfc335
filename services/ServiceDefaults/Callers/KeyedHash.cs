using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.ServiceDefaults;

/// <summary>Hashes that only holders of the master key can make: each purpose has a key of its own.</summary>
public sealed class KeyedHash
{
    private readonly byte[] master;

    /// <exception cref="InvalidOperationException">ECOSYSTEM_MASTER_KEY is missing.</exception>
    public KeyedHash(IConfiguration configuration) => master = Convert.FromBase64String(configuration["ECOSYSTEM_MASTER_KEY"] ?? "") is { Length: 32 } key ? key
        : throw new InvalidOperationException("ECOSYSTEM_MASTER_KEY must hold 32 bytes in base64; it wraps the keys of all persons.");

    /// <summary>
    /// Names a person of whom only a telephone number is known, alike in every service: Feedback calls the reporter so, Notifications the recipient,
    /// and neither needs to tell the other the number.
    /// </summary>
    /// <param name="number">In E.164.</param>
    public string SubjectOf(string number) => $"phone:{Convert.ToHexStringLower(Of("callers", Encoding.UTF8.GetBytes(number)).AsSpan(0, 16))}";

    /// <summary>32 bytes.</summary>
    public byte[] Of(string purpose, ReadOnlySpan<byte> what) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: Encoding.UTF8.GetBytes($"feedback {purpose}")), what);
}
