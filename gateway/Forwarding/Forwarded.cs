using Yarp.ReverseProxy.Forwarder;

namespace Ecosystem.Gateway.Forwarding;

/// <summary>What became of a request that was forwarded.</summary>
internal static class Forwarded
{
    /// <summary>Why there is no whole answer of the service; null where there is one. A service may answer before it has read all of the request: that the rest cannot be sent is no failure then.</summary>
    public static IForwarderErrorFeature? Failure(this HttpContext http) => http.GetForwarderErrorFeature() is { } error && !(IsOfRequestBody(error.Error) && IsAnswered(http.Response)) ? error : null;

    /// <summary>Whether reading the caller's body was given up because the connection to the service broke: YARP blames the caller for whatever ends a read.</summary>
    public static bool IsGivenUp(this IForwarderErrorFeature error) => error is { Error: ForwarderError.RequestBodyClient, Exception: AggregateException { InnerExceptions: [OperationCanceledException, ..] } };

    private static bool IsOfRequestBody(ForwarderError error) => error is ForwarderError.RequestBodyDestination or ForwarderError.RequestBodyCanceled or ForwarderError.RequestBodyClient;

    /// <summary>Without an answer YARP starts none and says a status of its own, 400 or above.</summary>
    private static bool IsAnswered(HttpResponse response) => response.HasStarted || response.StatusCode < StatusCodes.Status400BadRequest;
}
