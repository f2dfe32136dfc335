namespace Ecosystem.Gateway.Limits;

/// <summary>Takes each request out of its caller's quotas; one beyond them goes no further.</summary>
internal sealed class QuotaLimits(RequestDelegate next, Quotas quotas)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (RequestClass.Of(http) is not { } requestClass || await quotas.Allow(http, Client.Of(http), requestClass))
            await next(http);
    }
}
