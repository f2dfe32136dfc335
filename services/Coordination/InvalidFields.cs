using System.Reflection;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ecosystem.Coordination;

/// <summary>Faults that only this service can find, in the form of all validation: every wrong field at once.</summary>
public sealed record InvalidFields(IReadOnlyDictionary<string, string[]> Errors) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Answer(RequestProblems.ValidationFailed, ("errors", Errors));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails), ["application/problem+json"]));
}
