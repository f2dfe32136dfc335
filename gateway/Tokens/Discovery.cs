using System.Text.Json;
using Ecosystem.ServiceDefaults;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Gateway.Tokens;

/// <summary>What clients and services read about the issuer: where things are, and the keys that its tokens are checked with.</summary>
public static class Discovery
{
    private static readonly JsonSerializerOptions SnakeCase = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IResult Configuration(TokenSettings settings) => Results.Json(
        new
        {
            settings.Issuer,
            TokenEndpoint = settings.Endpoint,
            JwksUri = $"{settings.Issuer}/oauth2/jwks",
            GrantTypesSupported = (string[])["client_credentials", ExchangeToken.Grant],
            ResponseTypesSupported = Array.Empty<string>(),
            SubjectTypesSupported = (string[])["public"],
            IdTokenSigningAlgValuesSupported = (string[])[SecurityAlgorithms.EcdsaSha256],
            ScopesSupported = Roles.OfPartners.Order(StringComparer.Ordinal),
            TokenEndpointAuthMethodsSupported = (string[])["private_key_jwt", "client_secret_basic", "client_secret_post"],
            TokenEndpointAuthSigningAlgValuesSupported = (string[])[SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256],
        },
        SnakeCase);

    public static async Task<IResult> Jwks(Keys keys, HttpResponse response, CancellationToken ct)
    {
        var ring = await keys.Current(ct);
        response.Headers.CacheControl = "public, max-age=60";
        return Results.Json(new { keys = ring.NewestFirst.Select(Public) });
    }

    private static object Public(SigningKey key)
    {
        var point = key.Key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", crv = "P-256", use = "sig", alg = SecurityAlgorithms.EcdsaSha256, kid = key.Kid, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
    }
}
