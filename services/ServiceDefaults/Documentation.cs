using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Ecosystem.ServiceDefaults;

/// <summary>OpenAPI 3.1 from the code, at /openapi/v1.json, readable by anyone.</summary>
internal static class Documentation
{
    private const string Bearer = "bearer";

    public static void AddDocumentation(this IServiceCollection services, string service) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Describe(document, service));
        options.AddOperationTransformer(Demand);
        options.AddSchemaTransformer(Name);
    });

    private static Task Describe(OpenApiDocument document, string service)
    {
        document.Info = new() { Title = $"Ecosystem: {service}", Version = "v1" };
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Access token of the configured OpenID Connect issuer." },
        };
        return Task.CompletedTask;
    }

    /// <summary>The documents cannot see what <see cref="EnumNames"/> reads.</summary>
    private static Task Name(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is var inner && (inner ?? context.JsonTypeInfo.Type) is { IsEnum: true } type)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames(type).Select(name => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)))]);
        return Task.CompletedTask;
    }

    private static Task Demand(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault() is not { } scope)
            return Task.CompletedTask;
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [scope.Name] }];
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name is not null) ?? [])
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        return Task.CompletedTask;
    }
}
