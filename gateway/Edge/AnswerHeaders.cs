using Ecosystem.Gateway.Sandbox;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.Edge;

/// <summary>What every answer carries, also a refusal: the request's id, whether it is of the sandbox, and what keeps browsers from misusing it. What would tell the software is taken off.</summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    public const string SandboxHeader = "Sandbox";

    public Task InvokeAsync(HttpContext http)
    {
        RequestId.Give(http);
        http.Response.OnStarting(Complete, http);
        return next(http);
    }

    private static Task Complete(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers[RequestId.Header] = RequestId.Of(http);
        if (http.IsSandbox())
            headers[SandboxHeader] = "true";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.TryAdd("Content-Security-Policy", "frame-ancestors 'none'");
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (headers.Remove(ProblemAnswer.RuleHeader, out var rule))
            http.Items[ProblemAnswer.RuleHeader] = rule.ToString();
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
        return Task.CompletedTask;
    }
}
