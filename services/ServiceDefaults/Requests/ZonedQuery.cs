using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>Whoever looks back says in which zone: the framework reads a time without one, or with an unescaped plus sign, as the server's own.</summary>
internal sealed class ZonedQuery : IEndpointFilter
{
    private const string Name = "asOf";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.HttpContext.Request.Query.TryGetValue(Name, out var times) || times is [""] || (times is [{ } time] && ZonedTime.IsWhole(time)))
            return await next(context);
        await context.HttpContext.Answer(RequestProblems.ValidationFailed, ("errors", new Dictionary<string, string[]> { [Name] = [ValidationTexts.Unreadable] }));
        return Results.Empty;
    }
}
