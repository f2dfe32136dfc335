using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Gateway.Partners;

/// <summary>Secrets are 256 random bits, so a fast hash keeps them; keyed, so that the database alone does not even let one test a guess.</summary>
public sealed class Secrets(MasterKey master)
{
    private readonly byte[] key = master.Derive("partner secrets");

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Hash(string secret) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(secret)));

    public bool Matches(string secret, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}
