using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Ecosystem.Gateway.Limits;

/// <summary>When there is more work than capacity, what can wait is sent away, exports first and submits last, instead of everything becoming slow.</summary>
internal sealed class LoadShedding(RequestDelegate next, Capacity capacity, IOptions<SheddingSettings> settings, GatewayMeasures measures, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var requestClass = RequestClass.Of(http) ?? "";
        if (!settings.Value.Parts.TryGetValue(requestClass, out var part))
            await next(http);
        else if (capacity.TryEnter(part))
            await Carry(http, requestClass);
        else
            await SendAway(http, requestClass);
    }

    private async Task Carry(HttpContext http, string requestClass)
    {
        var start = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            // An export may take its time; submits and reads are what queues show in.
            capacity.Leave(clock.GetUtcNow(), requestClass is RequestClass.Submit or RequestClass.Read ? clock.GetElapsedTime(start) : null);
        }
    }

    private Task SendAway(HttpContext http, string requestClass)
    {
        measures.Refused(LimitProblems.ReducedCapacity, requestClass);
        return http.Answer(LimitProblems.ReducedCapacity);
    }
}
