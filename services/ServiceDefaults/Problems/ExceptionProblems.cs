using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Ecosystem.ServiceDefaults;

/// <summary>Turns what a request threw into a problem. Only what nobody expected is logged as an error, and none of it is told.</summary>
internal sealed class ExceptionProblems(RequestDelegate next, ILogger<ExceptionProblems> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        Language.Use(http.Request);
        try
        {
            await next(http);
        }
        catch (Exception e) when (HasGone(http, e))
        {
            log.LogDebug(e, "The caller went away.");
            if (!http.Response.HasStarted)
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            if (e is Refused { Rule: { } rule })
                http.Response.Headers[ProblemAnswer.RuleHeader] = rule;
            await Answer(http, e);
        }
    }

    private static bool HasGone(HttpContext http, Exception e) =>
        http.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException or BadHttpRequestException;

    private Task Answer(HttpContext http, Exception e) => e switch
    {
        Refused refused => http.Answer(refused),
        BadHttpRequestException bad => BindingProblems.Answer(http, bad),
        _ => Report(http, e, StoreProblems.Of(e)),
    };

    /// <summary>While the store is away every request fails alike: one line each, and the whole story only for what nobody expected.</summary>
    private Task Report(HttpContext http, Exception e, Problem? known)
    {
        http.Features.Get<IHttpActivityFeature>()?.Activity.AddException(e);
        if (known is null)
            log.LogError(e, "{Method} {Path} failed.", http.Request.Method, http.Request.Path);
        else
            log.LogWarning("{Method} {Path} is answered with {Problem}: {Reason}", http.Request.Method, http.Request.Path, known.Type, e.Message);
        return http.Answer(known ?? RequestProblems.Unexpected);
    }
}
