using System.Runtime.InteropServices;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Ed25519 (RFC 8032) by Debian's libsodium23: .NET has none, and no NuGet library for it is served.</summary>
public static partial class Ed25519
{
    public const int SeedBytes = 32;

    private const int PublicBytes = 32, SecretBytes = 64, SignatureBytes = 64;

    private const string Library = "libsodium.so.23";

    /// <summary>False where the library is not installed.</summary>
    public static bool IsThere { get; } = NativeLibrary.TryLoad(Library, out _) && sodium_init() >= 0;

    public static byte[] PublicKey(byte[] seed) => Pair(seed).Public;

    public static byte[] Sign(byte[] seed, byte[] message)
    {
        var signature = new byte[SignatureBytes];
        _ = crypto_sign_detached(signature, IntPtr.Zero, message, (ulong)message.Length, Pair(seed).Secret);
        return signature;
    }

    private static (byte[] Public, byte[] Secret) Pair(byte[] seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, SeedBytes); // the library reads that many, whatever there is
        var (key, secret) = (new byte[PublicBytes], new byte[SecretBytes]);
        _ = crypto_sign_seed_keypair(key, secret, seed);
        return (key, secret);
    }

    [LibraryImport(Library)]
    private static partial int sodium_init();

    [LibraryImport(Library)]
    private static partial int crypto_sign_seed_keypair([Out] byte[] publicKey, [Out] byte[] secretKey, byte[] seed);

    [LibraryImport(Library)]
    private static partial int crypto_sign_detached([Out] byte[] signature, IntPtr length, byte[] message, ulong messageLength, byte[] secretKey);
}
