using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Ecosystem.ServiceDefaults;

/// <summary>.NET 10's server span has neither route nor status, and one name for all: adds what OpenTelemetry's conventions for HTTP want.</summary>
internal sealed class ServerSpan(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                Complete(span, http);
        }
    }

    private static void Complete(Activity span, HttpContext http)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var status = http.Response.StatusCode;
        span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
        span.SetTag("http.route", route).SetTag("http.response.status_code", status);
        if (status >= 500)
            span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", status.ToString(CultureInfo.InvariantCulture));
    }
}
