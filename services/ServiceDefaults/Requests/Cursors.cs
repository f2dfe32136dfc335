using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ecosystem.EventSourcing;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.ServiceDefaults;

/// <summary>Cursors as callers see them: opaque, and signed for one list with its filters. What was made up, or another list gave, cannot be passed off as this one's.</summary>
public sealed class Cursors(IConfiguration configuration)
{
    private const int Signature = 12;

    private readonly byte[] key = Convert.FromBase64String(configuration["ECOSYSTEM_MASTER_KEY"] ?? "") is { Length: 32 } master
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "cursors of lists"u8.ToArray())
        : throw new InvalidOperationException("ECOSYSTEM_MASTER_KEY must hold 32 bytes in base64; it signs the cursors of lists.");

    public string Close(string plain, string list)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        return Base64Url.EncodeToString([.. Sign(text, list), .. text]);
    }

    /// <exception cref="Refused">This list did not give it.</exception>
    public string Open(string cursor, string list)
    {
        if (!Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor) is not { Length: > Signature } bytes) throw new Refused(Problem.BadCursor);
        var text = bytes.AsSpan(Signature);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, Signature), Sign(text, list)) ? Encoding.UTF8.GetString(text) : throw new Refused(Problem.BadCursor);
    }

    private ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> text, string list) => HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes(list), 0, .. text]).AsSpan(0, Signature);
}
