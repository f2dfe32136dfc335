using System.Globalization;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>Tells the version for the next If-Match and the position for a list's Min-Position, in headers where every client finds them.</summary>
internal sealed class PositionHeaders : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (Value(result) is not IPositioned written)
            return result;
        var headers = context.HttpContext.Response.Headers;
        headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{written.Version}\"");
        headers["Position"] = written.Position.ToString(CultureInfo.InvariantCulture);
        return result;
    }

    private static object? Value(object? result) => result switch
    {
        INestedHttpResult nested => Value(nested.Result),
        IValueHttpResult holder => holder.Value,
        _ => result,
    };
}
