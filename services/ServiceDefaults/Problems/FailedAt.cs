using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.ServiceDefaults;

/// <summary>Whose failure a problem with a status from 500 on is; below 500 it is the client's. The gateway says as a feature of the request when it tells of a service's failure.</summary>
public sealed record FailedAt(string Who)
{
    public static readonly FailedAt Service = new("service"), Gateway = new("gateway");

    internal static FailedAt Of(HttpContext http) => http.Features.Get<FailedAt>() ?? http.RequestServices.GetRequiredService<FailedAt>();
}
