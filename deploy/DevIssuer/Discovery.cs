using System.Text.Json;

namespace Ecosystem.DevIssuer;

/// <summary>What the services fetch from any OpenID Connect issuer: they meet this one on the same path as the real one.</summary>
public static class Discovery
{
    private static readonly JsonSerializerOptions SnakeCase = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly string[] Algorithms = ["RS256", "ES256"];

    public static IResult Configuration(HttpRequest request)
    {
        var issuer = Issuer(request);
        return Results.Json(new { issuer, JwksUri = $"{issuer}/jwks", TokenEndpoint = $"{issuer}/tokens", IdTokenSigningAlgValuesSupported = Algorithms }, SnakeCase);
    }

    public static IResult Keys(SigningKeys keys) => Results.Json(new { keys = keys.Public() });

    public static string Issuer(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
