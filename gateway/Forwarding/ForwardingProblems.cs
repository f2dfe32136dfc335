using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.Timeouts;
using Yarp.ReverseProxy.Forwarder;

namespace Ecosystem.Gateway.Forwarding;

/// <summary>A service that does not answer is a problem like any other; YARP alone answers with a bare status, and 400 where the time was up.</summary>
internal sealed class ForwardingProblems(RequestDelegate next, ILogger<ForwardingProblems> log)
{
    private static readonly Problem Unreachable = new("service-unreachable", 503, "The service cannot be reached right now. Try again, with the same Idempotency-Key.", "Dịch vụ tạm thời không kết nối được. Vui lòng thử lại với cùng Idempotency-Key.");
    private static readonly Problem TooSlow = new("service-too-slow", 504, "The service did not answer in time. Whether it did the work is not known; try again with the same Idempotency-Key.", "Dịch vụ không trả lời kịp thời gian. Vui lòng thử lại với cùng Idempotency-Key.");

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.HasStarted || http.Failure() is not { } error || Of(error, http) is not { } problem)
            return;
        log.LogWarning("{Method} {Path} is answered with {Problem}: {Reason}", http.Request.Method, http.Request.Path, problem.Type, error.Exception?.Message ?? error.Error.ToString());
        http.Features.Set(FailedAt.Service);
        throw new Refused(problem, error.Exception); // answered above the time limit, which would cut off this answer too
    }

    /// <summary>Null when the caller went away and nobody is left to tell.</summary>
    private static Problem? Of(IForwarderErrorFeature error, HttpContext http)
    {
        if (http.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
            return TooSlow;
        if (Sender(error.Exception) is { } bad)
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? RequestProblems.BodyTooLarge : RequestProblems.MalformedRequest;
        return error.Error switch
        {
            ForwarderError.RequestTimedOut => TooSlow,
            ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled => null,
            ForwarderError.RequestBodyClient when !error.IsGivenUp() => RequestProblems.MalformedRequest,
            _ => Unreachable,
        };
    }

    private static BadHttpRequestException? Sender(Exception? e) => e is null or BadHttpRequestException ? e as BadHttpRequestException : Sender(e.InnerException);
}
