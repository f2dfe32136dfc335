using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Protects cookies and forms with keys derived from the master key (HKDF, AES-256-GCM): every instance and every restart has the same ones,
/// and none is stored. Another purpose has another key; whoever changes the master key ends all sessions.
/// </summary>
public sealed class DerivedProtection(byte[] key) : IDataProtector
{
    private const int Nonce = 12, Tag = 16;

    public IDataProtector CreateProtector(string purpose) => new DerivedProtection(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose)));

    public byte[] Protect(byte[] plaintext)
    {
        var result = new byte[Nonce + plaintext.Length + Tag];
        RandomNumberGenerator.Fill(result.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(result.AsSpan(0, Nonce), plaintext, result.AsSpan(Nonce, plaintext.Length), result.AsSpan(Nonce + plaintext.Length));
        return result;
    }

    /// <exception cref="CryptographicException">It was not protected with this key, or was changed.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length < Nonce + Tag) throw new CryptographicException("Too short.");
        var plain = new byte[protectedData.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(protectedData.AsSpan(0, Nonce), protectedData.AsSpan(Nonce, plain.Length), protectedData.AsSpan(Nonce + plain.Length), plain);
        return plain;
    }
}
