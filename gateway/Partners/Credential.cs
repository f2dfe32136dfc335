using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Gateway.Partners;

/// <summary>What a partner proves itself with: a public key of its own, or a secret of which only a keyed hash is kept.</summary>
public sealed record Credential(Guid Id, PublicKey? Key, string? SecretHash, DateTimeOffset AddedAt)
{
    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsLive => RevokedAt is null;

    public bool IsKey => Key is not null;
}

/// <summary>A public key as a JWK (RFC 7517): EC on P-256, or RSA from 2048 bits. Private members are refused with any other that is not here.</summary>
public sealed record PublicKey(string Kty, string? Crv = null, string? X = null, string? Y = null, string? N = null, string? E = null, string? Kid = null, string? Use = null, string? Alg = null)
{
    private const int Shortest = 2048, Longest = 4096;

    public JsonWebKey ToJsonWebKey() => new() { Kty = Kty, Crv = Crv, X = X, Y = Y, N = N, E = E, Kid = Kid };

    /// <summary>What makes it this key and no other (RFC 7638), whatever it is called.</summary>
    public string Thumbprint() => Base64UrlEncoder.Encode(ToJsonWebKey().ComputeJwkThumbprint());

    /// <summary>Whether signatures can be checked with it, and not be forged.</summary>
    public bool IsFit()
    {
        try
        {
            return Use is null or "sig" && (Kty, Crv, Alg) switch
            {
                ("EC", "P-256", null or SecurityAlgorithms.EcdsaSha256) => IsOnCurve(),
                ("RSA", null, null or SecurityAlgorithms.RsaSha256) => IsLongEnough(),
                _ => false,
            };
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private bool IsOnCurve()
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Base64UrlEncoder.DecodeBytes(X), Y = Base64UrlEncoder.DecodeBytes(Y) } });
        return key.KeySize == 256;
    }

    private bool IsLongEnough()
    {
        if (N is null || N.Length > Longest) return false;
        using var key = RSA.Create(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(N), Exponent = Base64UrlEncoder.DecodeBytes(E) });
        return key.KeySize is >= Shortest and <= Longest;
    }
}
