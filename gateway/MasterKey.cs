using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Gateway;

/// <summary>ECOSYSTEM_MASTER_KEY, from which each use has a key of its own: what one leaks does not open the others.</summary>
public sealed class MasterKey(IConfiguration configuration)
{
    private readonly byte[] master = Convert.FromBase64String(configuration["ECOSYSTEM_MASTER_KEY"] ?? "") is { Length: 32 } key ? key
        : throw new InvalidOperationException("ECOSYSTEM_MASTER_KEY must hold 32 bytes in base64; it protects the partners' secrets and the keys that sign tokens.");

    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: Encoding.UTF8.GetBytes(purpose));
}
