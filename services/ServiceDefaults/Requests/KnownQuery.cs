using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Ecosystem.ServiceDefaults;

/// <summary>A filter that is misspelt must not silently give everything: parameters that the handler does not declare are refused.</summary>
internal static partial class KnownQuery
{
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next, RoutePattern route)
    {
        var known = Names(context.MethodInfo).Except(route.Parameters.Select(parameter => parameter.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return async invocation =>
        {
            var unknown = invocation.HttpContext.Request.Query.Keys.Where(name => !known.Contains(name)).Select(Told).Distinct().ToList();
            if (unknown.Count == 0)
                return await next(invocation);
            await invocation.HttpContext.Answer(RequestProblems.ValidationFailed, ("errors", unknown.ToDictionary(name => name, _ => new[] { ValidationTexts.UnknownParameter })));
            return Results.Empty;
        };
    }

    /// <summary>What the framework reads from the query: simple values, also those gathered in a type by [AsParameters].</summary>
    internal static IEnumerable<string> Names(MethodInfo handler) => handler.GetParameters().SelectMany(parameter =>
        parameter.IsDefined(typeof(AsParametersAttribute)) ? parameter.ParameterType.GetProperties().Where(property => IsSimple(property.PropertyType)).Select(property => property.Name)
        : IsSimple(parameter.ParameterType) ? [parameter.Name!]
        : []);

    private static bool IsSimple(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsEnum || (plain.IsArray && IsSimple(plain.GetElementType()!)) || plain.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>)));

    /// <summary>Names come from the caller; only what looks like one is repeated.</summary>
    private static string Told(string name) => Name().IsMatch(name) ? name : "query";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]{0,99}$")]
    private static partial Regex Name();
}
