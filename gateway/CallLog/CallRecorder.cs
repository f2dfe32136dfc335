using System.Diagnostics;
using System.Text;
using Ecosystem.Gateway.Limits;
using Ecosystem.ServiceDefaults;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Notes every call of the API when its answer is out. Outermost, so that it sees what the others make of it; it never delays or fails one.</summary>
internal sealed class CallRecorder(RequestDelegate next, CallQueue queue, CallerNames names, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/v1"))
        {
            await next(http);
            return;
        }
        using HashedBody request = new(http.Request.Body, Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n")), response = new(http.Response.Body, []);
        (http.Request.Body, http.Response.Body) = (request, response);
        var (id, at, start) = (Guid.CreateVersion7(), clock.GetUtcNow(), clock.GetTimestamp());
        http.Response.OnStarting(() => Task.FromResult(http.Response.Headers["X-Message-Id"] = id.ToString()));    // late: a failure clears the headers
        try
        {
            await next(http);
        }
        finally
        {
            queue.Add(Of(http, id, at, clock.GetElapsedTime(start), request, response));
        }
    }

    private Call Of(HttpContext http, Guid id, DateTimeOffset at, TimeSpan took, HashedBody request, HashedBody response)
    {
        var (caller, headers, status) = (Caller.Of(http), http.Response.Headers, http.Response.StatusCode);
        return new(
            id, at, Client.Of(http).Kind, names.Name(caller), (caller as Official)?.Organisation,
            status is 401 or 403 && caller is not null ? string.Join(' ', caller.Scopes.Order(StringComparer.Ordinal)) : null,
            http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.ClusterId,
            status, headers[ProblemAnswer.TypeHeader], headers[ProblemAnswer.MissingHeader], (int)took.TotalMilliseconds,
            request.Bytes, request.Digest(), response.Bytes, response.Digest(),
            Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier, RequestId(http), http.Features.Get<Delegation>()) { Rule = http.Items[ProblemAnswer.RuleHeader] as string };
    }

    private static string? RequestId(HttpContext http) => Guid.TryParse(http.Request.Headers["X-Request-Id"], out var id) ? id.ToString() : null;
}
