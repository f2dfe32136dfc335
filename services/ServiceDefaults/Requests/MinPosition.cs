using System.Globalization;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.ServiceDefaults;

/// <summary>Whoever has just written something and asks for a list finds it there: the list waits until it has caught up with that position.</summary>
internal sealed class MinPosition : IEndpointFilter
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers["Min-Position"] is { Count: > 0 } header)
            await Wait(http, long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : throw new Refused(RequestProblems.InvalidMinPosition));
        return await next(context);
    }

    private static async Task Wait(HttpContext http, long position)
    {
        if (http.RequestServices.GetService<Positions>() is { } positions && !await positions.Reached(position, AtMost, http.RequestAborted))
            throw new Refused(RequestProblems.NotYetReached);
    }
}
