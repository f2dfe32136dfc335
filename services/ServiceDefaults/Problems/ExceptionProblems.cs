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
            await Answer(http, e);
        }
    }

    private static bool HasGone(HttpContext http, Exception e) =>
        http.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException or BadHttpRequestException;

    private Task Answer(HttpContext http, Exception e) => e switch
    {
        Refused refused => http.Answer(refused.Problem, ("allowed", refused.Allowed)),
        BadHttpRequestException bad => BindingProblems.Answer(http, bad),
        _ when StoreProblems.Of(e) is { } problem => Report(http, e, problem, LogLevel.Warning),
        _ => Report(http, e, RequestProblems.Unexpected, LogLevel.Error),
    };

    private Task Report(HttpContext http, Exception e, Problem problem, LogLevel level)
    {
        log.Log(level, e, "{Method} {Path} is answered with {Problem}.", http.Request.Method, http.Request.Path, problem.Type);
        http.Features.Get<IHttpActivityFeature>()?.Activity.AddException(e);
        return http.Answer(problem);
    }
}
