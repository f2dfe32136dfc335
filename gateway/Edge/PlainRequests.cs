using System.Text.RegularExpressions;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.Edge;

/// <summary>
/// Only what has one meaning goes on: what the gateway has authorised must be what the service executes. A body that is too large is refused by its
/// announced length, before any of it is read.
/// </summary>
internal sealed partial class PlainRequests(RequestDelegate next)
{
    private static readonly HashSet<string> Framing = new(["Connection", "Content-Length", "Transfer-Encoding", "Host"], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http)
    {
        if (Fault(http) is not { } problem)
        {
            DropOfThisHop(http.Request.Headers);
            return next(http);
        }

        if (problem != EdgeProblems.InvalidRequestId)
            http.Response.Headers.Connection = "close"; // where it ends is not sure, or it is long: nothing after it is read
        return http.Answer(problem);
    }

    /// <summary>YARP drops the headers that are always of one hop; these are the ones that the sender itself names so (Kestrel forgets the names beside close and keep-alive). Forwarded is believed by nobody here.</summary>
    private static void DropOfThisHop(IHeaderDictionary headers)
    {
        headers.Remove("Forwarded");
        foreach (var name in headers.GetCommaSeparatedValues("Connection").Where(name => !Framing.Contains(name)))
            headers.Remove(name);
    }

    private static Problem? Fault(HttpContext http)
    {
        if (RequestId.IsWrong(http))
            return EdgeProblems.InvalidRequestId;
        if (IsAmbiguous(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
            return EdgeProblems.AmbiguousPath;
        // Kestrel believes Transfer-Encoding and renames the other.
        if (http.Request.Headers.TransferEncoding.Count > 0 && http.Request.Headers.ContainsKey("X-Content-Length"))
            return EdgeProblems.AmbiguousLength;
        return http.Request.ContentLength > Most(http) ? RequestProblems.BodyTooLarge : null;
    }

    /// <summary>In bytes: the route's own limit, which the proxy sets only later, else everybody's.</summary>
    private static long? Most(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.MaxRequestBodySize ?? http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    /// <summary>What is decoded once here would be decoded a second time there.</summary>
    internal static bool IsAmbiguous(string target) => Encoded().IsMatch(target.Split('?')[0]);

    [GeneratedRegex(@"\\|%(2f|5c|25|[01][0-9a-f]|7f)", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();
}
