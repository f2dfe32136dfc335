using System.Security.Cryptography;
using Ecosystem.ServiceDefaults;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Gateway.Partners;

/// <summary>What a partner proves itself with: a public key of its own, or a secret of which only a keyed hash is kept.</summary>
public sealed record Credential(Guid Id, PublicKey? Key, string? SecretHash, DateTimeOffset AddedAt)
{
    /// <summary>Whether its tokens are for the sandbox alone.</summary>
    public bool Sandbox { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsLive => RevokedAt is null;

    public bool IsKey => Key is not null;
}

/// <summary>A public key as a JWK (RFC 7517): EC on P-256, or RSA from 2048 bits. Private members are refused with any other that is not here.</summary>
public sealed record PublicKey(
    string Kty, string? Crv = null, string? X = null, string? Y = null, string? N = null, string? E = null,
    [property: Text(1, 200)] string? Kid = null, string? Use = null, string? Alg = null)
{
    private const int Shortest = 2048, Longest = 4096;

    /// <summary>65537: with other exponents signatures may be easy to forge.</summary>
    private const string Exponent = "AQAB";

    public JsonWebKey ToJsonWebKey() => new() { Kty = Kty, Crv = Crv, X = X, Y = Y, N = N, E = E, Kid = Kid };

    /// <summary>What makes it this key and no other (RFC 7638), whatever it is called.</summary>
    public string Thumbprint() => Base64UrlEncoder.Encode(ToJsonWebKey().ComputeJwkThumbprint());

    /// <summary>Whether signatures can be checked with it, and not be forged.</summary>
    public bool IsFit()
    {
        try
        {
            return Use is null or "sig" && this switch
            {
                { Kty: "EC", Crv: "P-256", X.Length: 43, Y.Length: 43, N: null, E: null, Alg: null or SecurityAlgorithms.EcdsaSha256 } => IsOnCurve(X, Y),
                { Kty: "RSA", Crv: null, X: null, Y: null, N.Length: <= Longest, E: Exponent, Alg: null or SecurityAlgorithms.RsaSha256 } => IsLongEnough(N),
                _ => false,
            };
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static bool IsOnCurve(string x, string y)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Base64UrlEncoder.DecodeBytes(x), Y = Base64UrlEncoder.DecodeBytes(y) } });
        return key.KeySize == 256;
    }

    private static bool IsLongEnough(string n)
    {
        using var key = RSA.Create(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(n), Exponent = Base64UrlEncoder.DecodeBytes(Exponent) });
        return key.KeySize is >= Shortest and <= Longest;
    }
}
