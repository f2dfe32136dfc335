using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.ServiceDefaults;

/// <summary>Bodies are UTF-8, as RFC 8259 asks: the framework would fail on a charset that it does not know.</summary>
internal sealed class KnownCharset(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) => MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && !IsKnown(type.Charset.Value)
        ? throw new Refused(RequestProblems.UnsupportedMediaType)
        : next(http);

    private static bool IsKnown(string? charset) => string.IsNullOrEmpty(charset) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
