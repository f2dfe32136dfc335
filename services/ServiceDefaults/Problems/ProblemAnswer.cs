using System.Diagnostics;
using System.Globalization;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.ServiceDefaults;

/// <summary>Every refusal has one form: RFC 9457, in the caller's language, with the trace to ask about.</summary>
public static class ProblemAnswer
{
    /// <summary>The problem's type once more, for those who do not read bodies: logs and proxies.</summary>
    public const string TypeHeader = "X-Problem";

    /// <summary>The scope that a refused caller would have needed.</summary>
    public const string MissingHeader = "X-Missing-Scope";

    /// <summary>The rule behind a refusal that tells the caller less: the gateway logs it and takes it off.</summary>
    public const string RuleHeader = "X-Rule";

    /// <param name="more">Members beside the standard ones, e.g. what is allowed instead.</param>
    public static Task Answer(this HttpContext http, Problem problem, params (string Name, object? Value)[] more)
    {
        var details = new ProblemDetails { Type = $"/problems/{problem.Type}", Title = Language.Say(problem.English, problem.Vietnamese), Status = problem.Status };
        foreach (var (name, value) in more.Where(member => member.Value is not null))
            details.Extensions[name] = value;
        return http.Answer(details);
    }

    internal static Task Answer(this HttpContext http, Refused refused)
    {
        if (refused.RetryAfter is { } wait) http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return http.Answer(refused.Problem, ("allowed", refused.Allowed));
    }

    internal static Task Answer(this HttpContext http, ProblemDetails details)
    {
        var response = http.Response;
        response.StatusCode = details.Status!.Value;
        response.Headers.ContentLanguage = Language.Current;
        response.Headers[TypeHeader] = details.Type?.Split('/')[^1];
        if (details.Extensions.TryGetValue("scope", out var scope))
            response.Headers[MissingHeader] = scope?.ToString();
        if (response.StatusCode is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = Random.Shared.Next(1, 4).ToString(CultureInfo.InvariantCulture);    // spread, so that those refused together do not come back together
        details.Extensions.TryAdd("failedAt", response.StatusCode < 500 ? "client" : FailedAt.Of(http).Who);
        details.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        return response.WriteAsJsonAsync(details, options: null, "application/problem+json", http.RequestAborted);
    }
}
