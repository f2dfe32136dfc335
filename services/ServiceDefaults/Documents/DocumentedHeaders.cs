using System.Reflection;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ecosystem.ServiceDefaults;

/// <summary>Shows the headers of the conventions as parameters, where an operation heeds them: clients that are made from the document can then send them.</summary>
internal static class DocumentedHeaders
{
    public static void AddTo(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<RequiredScope>().Any())
            return;
        var parameters = operation.Parameters ??= [];
        foreach (var header in Of(context.Description.HttpMethod ?? "", context, metadata.OfType<MethodInfo>().FirstOrDefault(), isVersionRequired: metadata.OfType<RequiredVersion>().Any()))
            parameters.Add(header);
    }

    private static IEnumerable<OpenApiParameter> Of(string method, OpenApiOperationTransformerContext context, MethodInfo? handler, bool isVersionRequired)
    {
        var isOfOneThing = context.Description.RelativePath?.Contains("{id}", StringComparison.Ordinal) is true;
        if (HttpMethods.IsPost(method))
            yield return Header("Idempotency-Key", "Names this request, so that it has its effect once however often it is sent. 1 to 255 visible ASCII characters. Required of systems.", Text("^[!-~]{1,255}$"));
        if (isVersionRequired || (isOfOneThing && !HttpMethods.IsGet(method)))
            yield return Header("If-Match", "The thing's `ETag` as it was read: if it has changed since, the answer is 412.", Text("^\"[0-9]+\"$"), isVersionRequired);
        if (HttpMethods.IsGet(method) && context.Description.SupportedResponseTypes.Any(answer => typeof(IPositioned).IsAssignableFrom(answer.Type)))
            yield return Header("If-None-Match", "The `ETag` that the caller has already: if it is still the same, the answer is 304 without a body.", Text());
        if (handler?.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageRequest)) is true)
            yield return Header("Min-Position", "`Position` of a write: the list waits until it shows it.", new() { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" });
    }

    private static OpenApiSchema Text(string? pattern = null) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    private static OpenApiParameter Header(string name, string description, OpenApiSchema schema, bool isRequired = false) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Required = isRequired, Schema = schema };
}
