using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>An issuer's keys in the tests' hands, so that they can also sign what it never would.</summary>
internal sealed class IssuerKeys(string name)
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public JsonNode[] Private => [Rs256(), Es256()];

    public string PublicPem => rsa.ExportSubjectPublicKeyInfoPem();

    public string Rs256Kid => $"{name}-rs256";

    /// <summary>A token with any claims and times, signed with RS256.</summary>
    public string Sign(SecurityTokenDescriptor token, string? kid = null)
    {
        token.SigningCredentials = new(new RsaSecurityKey(rsa) { KeyId = kid ?? Rs256Kid }, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    private JsonObject Rs256()
    {
        var key = rsa.ExportParameters(includePrivateParameters: true);
        return new()
        {
            ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = Rs256Kid,
            ["n"] = Text(key.Modulus), ["e"] = Text(key.Exponent), ["d"] = Text(key.D), ["p"] = Text(key.P), ["q"] = Text(key.Q), ["dp"] = Text(key.DP), ["dq"] = Text(key.DQ), ["qi"] = Text(key.InverseQ),
        };
    }

    private JsonObject Es256()
    {
        var key = ecdsa.ExportParameters(includePrivateParameters: true);
        return new()
        {
            ["kty"] = "EC", ["use"] = "sig", ["alg"] = "ES256", ["crv"] = "P-256", ["kid"] = $"{name}-es256",
            ["x"] = Text(key.Q.X), ["y"] = Text(key.Q.Y), ["d"] = Text(key.D),
        };
    }

    private static string Text(byte[]? bytes) => Base64UrlEncoder.Encode(bytes);
}
