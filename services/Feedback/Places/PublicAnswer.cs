using System.Security.Cryptography;
using System.Text.Json;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Ecosystem.Feedback.Places;

/// <summary>An answer in JSON that is the same for everybody.</summary>
internal sealed class PublicAnswer<T>(T value, string contentType = "application/json") : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new PublicBytes(JsonSerializer.SerializeToUtf8Bytes(value, options), contentType).ExecuteAsync(httpContext);
    }
}

/// <summary>The same for everybody: whoever stands between may keep it for moments, and who has it already gets it only when it has changed.</summary>
internal sealed class PublicBytes(byte[] body, string contentType) : IResult
{
    private const string Briefly = "public, max-age=15";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        var answer = httpContext.Response;
        (answer.Headers.ETag, answer.Headers.CacheControl, answer.Headers.Vary) = (tag, Briefly, "Accept-Language");
        if (httpContext.Request.HasAlready(tag))
        {
            answer.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (answer.ContentType, answer.ContentLength) = ($"{contentType}; charset=utf-8", body.Length);
        await answer.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
