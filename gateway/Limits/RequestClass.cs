using Ecosystem.ServiceDefaults;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.Limits;

/// <summary>What kind of work a request asks for: submit, read, analytics, export, broadcast, live or token. A route says it with the metadata "Class", an endpoint of the gateway with this as metadata.</summary>
internal sealed record RequestClass(string Name)
{
    public const string Submit = "submit", Read = "read", Token = "token";

    /// <summary>Null for what is neither limited nor shed, e.g. health.</summary>
    public static string? Of(HttpContext http) => http.GetEndpoint()?.Metadata is not { } metadata ? null
        : metadata.GetMetadata<RequestClass>() is { } named ? named.Name
        : metadata.GetMetadata<RouteModel>() is { } route ? route.Config.Metadata?.GetValueOrDefault("Class") ?? ByMethod(http.Request.Method)
        : metadata.GetMetadata<RequiredScope>() is not null ? ByMethod(http.Request.Method)
        : null;

    private static string ByMethod(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) ? Read : Submit;
}
