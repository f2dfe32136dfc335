using System.Buffers.Text;
using System.Security.Cryptography;
using Ecosystem.Gateway.Partners;

namespace Ecosystem.UnitTests.Gateway;

/// <summary>Public keys as partners would hand them in.</summary>
internal static class Keys
{
    public static PublicKey P256()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(false).Q;
        return new("EC", Crv: "P-256", X: Base64Url.EncodeToString(point.X), Y: Base64Url.EncodeToString(point.Y));
    }

    public static PublicKey Rsa(int bits)
    {
        using var key = RSA.Create(bits);
        var parameters = key.ExportParameters(false);
        return new("RSA", N: Base64Url.EncodeToString(parameters.Modulus), E: Base64Url.EncodeToString(parameters.Exponent));
    }
}
