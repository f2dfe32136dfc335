using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.ServiceDefaults;

/// <summary>Opens the cursor that a list is asked with and closes the one that it gives, wherever a handler takes a <see cref="PageRequest"/>: no list can forget it.</summary>
internal static class SignedCursors
{
    private static readonly HashSet<string> OfPage = new(["limit", "after"], StringComparer.OrdinalIgnoreCase);

    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var parameters = context.MethodInfo.GetParameters();
        var place = Array.FindIndex(parameters, parameter => parameter.ParameterType == typeof(PageRequest));
        return place < 0 ? next : async invocation =>
        {
            var (cursors, list) = (invocation.HttpContext.RequestServices.GetRequiredService<Cursors>(), List(invocation.HttpContext.Request));
            if (invocation.Arguments[place] is PageRequest { After: { } cursor } asked)
                invocation.Arguments[place] = asked with { After = cursors.Open(cursor, list) };
            var result = await next(invocation);
            if (result is not IValueHttpResult { Value: IPage { Next: { } plain } page })
                return result;
            var following = cursors.Close(plain, list);
            invocation.HttpContext.Response.Headers.Link = $"<{Address(invocation.HttpContext.Request, following)}>; rel=\"next\"";
            return TypedResults.Ok(page.Before(following));
        };
    }

    private static string Address(HttpRequest request, string after) => request.Path.ToUriComponent() + QueryString.Create(
        request.Query.Where(parameter => !parameter.Key.Equals("after", StringComparison.OrdinalIgnoreCase)).Append(new("after", after)));

    /// <summary>The address and its filters, however they are written; who asks is no part of it.</summary>
    private static string List(HttpRequest request) => string.Join('\n', request.Query
        .Where(parameter => !OfPage.Contains(parameter.Key))
        .Select(parameter => $"{parameter.Key.ToLowerInvariant()}={parameter.Value}").Order(StringComparer.Ordinal)
        .Prepend(request.Path.Value!.TrimEnd('/').ToLowerInvariant()));
}
