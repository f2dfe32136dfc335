using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.DevIssuer;

/// <summary>One key of each kind that the services accept; kept in a file, so tokens outlive a restart.</summary>
public sealed class SigningKeys(RSA rsa, ECDsa ecdsa)
{
    private readonly RsaSecurityKey rs256 = new(rsa) { KeyId = Id(rsa.ExportSubjectPublicKeyInfo()) };
    private readonly ECDsaSecurityKey es256 = new(ecdsa) { KeyId = Id(ecdsa.ExportSubjectPublicKeyInfo()) };

    public static SigningKeys Load(string? file)
    {
        if (file is null || !File.Exists(file))
        {
            var keys = new SigningKeys(RSA.Create(2048), ECDsa.Create(ECCurve.NamedCurves.nistP256));
            keys.Keep(file);
            return keys;
        }
        var pems = File.ReadAllText(file).Split("\n\n");
        var (rsa, ecdsa) = (RSA.Create(), ECDsa.Create());
        rsa.ImportFromPem(pems[0]);
        ecdsa.ImportFromPem(pems[1]);
        return new SigningKeys(rsa, ecdsa);
    }

    public SigningCredentials For(string algorithm) => algorithm == SecurityAlgorithms.EcdsaSha256
        ? new SigningCredentials(es256, SecurityAlgorithms.EcdsaSha256)
        : new SigningCredentials(rs256, SecurityAlgorithms.RsaSha256);

    /// <summary>The public halves, as a JWKS document lists them (RFC 7517).</summary>
    public IEnumerable<object> Public()
    {
        var (r, e) = (rsa.ExportParameters(false), ecdsa.ExportParameters(false));
        yield return new { kty = "RSA", use = "sig", alg = "RS256", kid = rs256.KeyId, n = Text(r.Modulus), e = Text(r.Exponent) };
        yield return new { kty = "EC", use = "sig", alg = "ES256", kid = es256.KeyId, crv = "P-256", x = Text(e.Q.X), y = Text(e.Q.Y) };
    }

    private void Keep(string? file)
    {
        if (file is not null)
        {
            File.WriteAllText(file, $"{rsa.ExportPkcs8PrivateKeyPem()}\n\n{ecdsa.ExportPkcs8PrivateKeyPem()}");
        }
    }

    private static string Id(byte[] publicKey) => Base64UrlEncoder.Encode(SHA256.HashData(publicKey)[..12]);

    private static string Text(byte[]? bytes) => Base64UrlEncoder.Encode(bytes);
}
