using System.Globalization;
using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Ecosystem.Gateway.Limits;

/// <summary>Takes a request out of its client's quotas, and tells in the answer where the client stands (RateLimit headers, draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class Quotas(Shares shares, PartnerPlans plans, IOptionsMonitor<LimitSettings> settings, GatewayMeasures measures)
{
    /// <summary>False: it is refused, and the answer is written.</summary>
    public async ValueTask<bool> Allow(HttpContext http, Client client, string requestClass)
    {
        if (settings.CurrentValue.Of(client, requestClass, plans.Of(client.ClientId)) is not { Length: > 0 } policies)
            return true;
        if (await shares.Take(client, policies, settings.CurrentValue.Closed.Contains(requestClass)) is { } standings)
            return await Follow(http, requestClass, standings);
        await http.Answer(LimitProblems.Unavailable);
        return false;
    }

    private async ValueTask<bool> Follow(HttpContext http, string requestClass, Standing[] standings)
    {
        http.Response.OnStarting(Tell, (http.Response.Headers, standings)); // at the end: a failed answer begins anew, without its headers
        var violated = standings.Where(standing => !standing.Allowed).ToList();
        if (violated.Count == 0)
            return true;
        measures.Refused(LimitProblems.QuotaExceeded, requestClass);
        http.Response.Headers.RetryAfter = violated.Max(standing => standing.ResetSeconds).ToString(CultureInfo.InvariantCulture);
        await http.Answer(LimitProblems.QuotaExceeded, ("violatedPolicies", violated.Select(standing => standing.Policy.Name).ToArray()));
        return false;
    }

    private static Task Tell(object state)
    {
        var (headers, standings) = ((IHeaderDictionary, Standing[]))state;
        headers["RateLimit-Policy"] = string.Join(", ", standings.Select(s => string.Create(CultureInfo.InvariantCulture, $"\"{s.Policy.Name}\";q={s.Policy.Quota};w={s.Policy.Seconds}")));
        headers["RateLimit"] = string.Join(", ", standings.Select(s => string.Create(CultureInfo.InvariantCulture, $"\"{s.Policy.Name}\";r={s.Remaining};t={s.ResetSeconds}")));
        return Task.CompletedTask;
    }
}
