using System.Globalization;
using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Ecosystem.Gateway.Limits;

/// <summary>Takes each request out of its client's quotas, and tells in every answer where the client stands (RateLimit headers, draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class QuotaLimits(RequestDelegate next, Shares shares, IOptionsMonitor<LimitSettings> settings, GatewayMeasures measures)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var client = Client.Of(http);
        if (RequestClass.Of(http) is not { } requestClass || settings.CurrentValue.Of(client, requestClass) is not { Length: > 0 } policies)
            await next(http);
        else if (await shares.Take(client, policies, settings.CurrentValue.Closed.Contains(requestClass)) is not { } standings)
            await http.Answer(LimitProblems.Unavailable);
        else
            await Follow(http, requestClass, standings);
    }

    private Task Follow(HttpContext http, string requestClass, Standing[] standings)
    {
        http.Response.OnStarting(Tell, (http.Response.Headers, standings)); // at the end: a failed answer begins anew, without its headers
        var violated = standings.Where(standing => !standing.Allowed).ToList();
        if (violated.Count == 0)
            return next(http);
        measures.Refused(LimitProblems.QuotaExceeded, requestClass);
        http.Response.Headers.RetryAfter = violated.Max(standing => standing.ResetSeconds).ToString(CultureInfo.InvariantCulture);
        return http.Answer(LimitProblems.QuotaExceeded, ("violatedPolicies", violated.Select(standing => standing.Policy.Name).ToArray()));
    }

    private static Task Tell(object state)
    {
        var (headers, standings) = ((IHeaderDictionary, Standing[]))state;
        headers["RateLimit-Policy"] = string.Join(", ", standings.Select(s => string.Create(CultureInfo.InvariantCulture, $"\"{s.Policy.Name}\";q={s.Policy.Quota};w={s.Policy.Seconds}")));
        headers["RateLimit"] = string.Join(", ", standings.Select(s => string.Create(CultureInfo.InvariantCulture, $"\"{s.Policy.Name}\";r={s.Remaining};t={s.ResetSeconds}")));
        return Task.CompletedTask;
    }
}
