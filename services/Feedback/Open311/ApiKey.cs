using System.Diagnostics;
using Ecosystem.ServiceDefaults;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.Feedback.Open311;

/// <summary>
/// Clients of the standard send their key as the parameter api_key: at these addresses, and only there, it is the access token where no header has one.
/// It is taken off the address at once, so that neither a log nor a repeat's hash knows it.
/// </summary>
public sealed class ApiKey(RequestDelegate next)
{
    private const string Name = "api_key", RepeatKey = "Idempotency-Key";

    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.Path.StartsWithSegments("/open311"))
        {
            var key = FromQuery(request) ?? (HttpMethods.IsPost(request.Method) && request.Headers.Authorization.Count == 0 ? await FromForm(request, http.RequestAborted) : null);
            if (key is not null && request.Headers.Authorization.Count == 0) Use(request, key, Activity.Current?.Id ?? http.TraceIdentifier);
        }

        await next(http);
    }

    private static void Use(HttpRequest request, string key, string once)
    {
        request.Headers.Authorization = $"Bearer {key}";
        if (HttpMethods.IsPost(request.Method) && request.Headers[RepeatKey].Count == 0) request.Headers[RepeatKey] = once;    // the standard knows none, and systems need one
    }

    private static string? FromQuery(HttpRequest request)
    {
        if (!request.Query.TryGetValue(Name, out var values)) return null;
        request.QueryString = QueryString.Create(request.Query.Where(parameter => !parameter.Key.Equals(Name, StringComparison.OrdinalIgnoreCase)));
        return values is [{ Length: > 0 } key] ? key : null;
    }

    /// <summary>A form that cannot be read is refused later, by whoever wants to know what it says.</summary>
    private static async Task<string?> FromForm(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/x-www-form-urlencoded") return null;
        request.EnableBuffering(bufferThreshold: KestrelLimits.Body);
        try
        {
            var form = await request.ReadFormAsync(ct);
            request.Body.Position = 0;
            return form.TryGetValue(Name, out var values) && values is [{ Length: > 0 } key] ? key : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or ArgumentException)
        {
            return null;
        }
    }
}
