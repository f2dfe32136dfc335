using System.Net.Http.Headers;
using System.Text;

namespace Ecosystem.Gateway.Tokens;

/// <summary>A request for a token: a form in which nothing comes twice, and exactly one proof of who asks.</summary>
/// <param name="Secret">From the form or the header; null where an assertion is shown.</param>
public sealed record TokenRequest(string? Grant, string? Scope, string? ClientId, string? Secret, string? Assertion)
{
    private Dictionary<string, string> Form { get; init; } = [];

    /// <summary>Any other parameter; null where it is missing.</summary>
    public string? this[string parameter] => Form.GetValueOrDefault(parameter);

    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <exception cref="OAuthError">It is no such form.</exception>
    public static async Task<TokenRequest> Read(HttpRequest request, CancellationToken ct)
    {
        var form = await ReadForm(request, ct);
        var basic = Basic(request.Headers.Authorization);
        var assertion = form.GetValueOrDefault("client_assertion");
        var secret = form.GetValueOrDefault("client_secret");
        if (new object?[] { basic, assertion, secret }.Count(proof => proof is not null) != 1)
            throw OAuthError.InvalidRequest("One proof is needed: client_assertion, client_secret, or a Basic header.");
        if (assertion is not null && form.GetValueOrDefault("client_assertion_type") != JwtBearer)
            throw OAuthError.InvalidRequest($"client_assertion_type must be {JwtBearer}.");
        var id = form.GetValueOrDefault("client_id");
        if (basic is { } named && id is not null && id != named.Id) throw OAuthError.InvalidRequest("client_id is not the one of the Basic header.");
        return new(form.GetValueOrDefault("grant_type"), form.GetValueOrDefault("scope"), basic?.Id ?? id, basic?.Secret ?? secret, assertion) { Form = form };
    }

    private static async Task<Dictionary<string, string>> ReadForm(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/x-www-form-urlencoded")
            throw OAuthError.InvalidRequest("The body must be application/x-www-form-urlencoded.");
        try
        {
            var form = await request.ReadFormAsync(ct);
            if (form.Any(parameter => parameter.Value.Count > 1)) throw OAuthError.InvalidRequest("A parameter is given twice.");
            return form.Where(parameter => parameter.Value != "").ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        }
        catch (InvalidDataException)
        {
            throw OAuthError.InvalidRequest("The form cannot be read.");
        }
    }

    /// <summary>RFC 6749, section 2.3.1: both parts are form-encoded before they are joined.</summary>
    private static (string Id, string Secret)? Basic(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[value.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(value.Parameter ?? "", bytes, out var length)) throw OAuthError.InvalidClient();
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret] ? (Decoded(id), Decoded(secret)) : throw OAuthError.InvalidClient();
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
