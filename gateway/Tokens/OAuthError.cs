using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.Gateway.Tokens;

/// <summary>A refusal of the token endpoint, in the form of RFC 6749, section 5.2, that every OAuth client reads.</summary>
public sealed class OAuthError(int status, string error, string description) : Exception(description)
{
    public static OAuthError InvalidRequest(string description) => new(StatusCodes.Status400BadRequest, "invalid_request", description);

    /// <summary>One text for whatever is wrong with a proof: it helps nobody to guess.</summary>
    public static OAuthError InvalidClient() => new(StatusCodes.Status401Unauthorized, "invalid_client", "The client is unknown, or its secret or assertion proves nothing.");

    public static OAuthError Disabled() => new(StatusCodes.Status400BadRequest, "unauthorized_client", "This partner is disabled.");

    public static OAuthError UnsupportedGrant() => new(StatusCodes.Status400BadRequest, "unsupported_grant_type", "Only client_credentials and token exchange are served here.");

    public static OAuthError NoExchange() => new(StatusCodes.Status400BadRequest, "unauthorized_client", $"This partner is not registered for {ExchangeToken.Right}.");

    /// <summary>One text for whatever is wrong with it, as <see cref="InvalidClient"/>.</summary>
    public static OAuthError InvalidSubject() => InvalidRequest("The subject_token is not a valid token of a citizen, from an issuer that is trusted here.");

    public static OAuthError InvalidTarget() => new(StatusCodes.Status400BadRequest, "invalid_target", "Tokens are given for the ecosystem alone.");

    public static OAuthError InvalidScope() => new(StatusCodes.Status400BadRequest, "invalid_scope", "A scope was asked for that this partner may not have.");

    public IResult Answer(HttpContext http)
    {
        if (status == StatusCodes.Status401Unauthorized && http.Request.Headers.Authorization.Count > 0) http.Response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"ecosystem\"";
        return Results.Json(new Body(error, Message), statusCode: status);
    }

    private sealed record Body(string Error, [property: JsonPropertyName("error_description")] string Description);
}
