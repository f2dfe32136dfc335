using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>No list hands out more than 200 things at once, whatever the caller asks for.</summary>
internal sealed class PageLimits : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.Arguments.OfType<PageRequest>().Any(page => page.Limit is < 1 or > 200))
            return await next(context);
        var errors = new Dictionary<string, string[]> { ["limit"] = [Language.Say("It must be between 1 and 200.", "Phải từ 1 đến 200.")] };
        await context.HttpContext.Answer(RequestProblems.ValidationFailed, ("errors", errors));
        return Results.Empty;
    }
}
