using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.ServiceDefaults;

/// <summary>Bodies are UTF-8, as RFC 8259 asks: the framework would fail on a charset that it does not know.</summary>
internal sealed class KnownCharset(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) => MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && !IsKnown(type.Charset)
        ? throw new Refused(RequestProblems.UnsupportedMediaType)
        : next(http);

    private static bool IsKnown(StringSegment charset) => !charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
