using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Ecosystem.ServiceDefaults;

/// <summary>Keeps a JSON body in memory while it is bound; when that fails, it is read once more, to tell all that is wrong with it at once.</summary>
internal sealed class UnreadableBodies(RequestDelegate next, IOptions<JsonOptions> json)
{
    private readonly JsonSerializerOptions options = json.Value.SerializerOptions;

    public Task InvokeAsync(HttpContext http) =>
        http.Request.HasJsonContentType() && http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type ? Watch(http, type) : next(http);

    private async Task Watch(HttpContext http, Type type)
    {
        http.Request.KeepBody();
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException unreadable) when (unreadable.InnerException is JsonException)
        {
            http.Request.Body.Position = 0;
            await (await Faults(http, type) is { Count: > 0 } faults ? http.Answer(RequestProblems.ValidationFailed, ("errors", faults)) : http.Answer(RequestProblems.MalformedBody));
        }
    }

    /// <summary>Null when it is no JSON at all.</summary>
    private async Task<IReadOnlyDictionary<string, string[]>?> Faults(HttpContext http, Type type)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, new() { MaxDepth = options.MaxDepth }, http.RequestAborted);
            return BodyFaults.Of(body.RootElement, type, options, http.RequestServices);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
