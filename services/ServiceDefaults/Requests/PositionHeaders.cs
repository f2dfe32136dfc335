using System.Globalization;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Tells the version for the next If-Match and the position for a list's Min-Position, in headers where every client finds them,
/// and whether a write was a repeat. A read of a version that the caller has already is answered with 304 and no body.
/// </summary>
internal sealed class PositionHeaders : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (Value(result) is not IPositioned written)
            return result;
        var http = context.HttpContext;
        var (request, headers) = (http.Request, http.Response.Headers);
        headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{written.Version}\"");
        headers["Position"] = written.Position.ToString(CultureInfo.InvariantCulture);
        if (http.RequestServices.GetRequiredService<Cause>().IsReplayed)
            headers["Idempotency-Replayed"] = "true";
        return HttpMethods.IsGet(request.Method) && request.HasAlready(headers.ETag!) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }

    private static object? Value(object? result) => result switch
    {
        INestedHttpResult nested => Value(nested.Result),
        IValueHttpResult holder => holder.Value,
        _ => result,
    };
}
