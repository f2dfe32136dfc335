using System.Text.Json;
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
        // Nested records share their short names over features: Command, Answer.
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id ? $"{type.Type.DeclaringType?.Name}{id}" : null;
        options.AddDocumentTransformer((document, _, _) => Introduce(document, service));
        options.AddOperationTransformer(Complete);
        options.AddSchemaTransformer(DocumentedTypes.Describe);
    });

    private static Task Introduce(OpenApiDocument document, string service)
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

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault() is { } scope)
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [scope.Name] }];
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredLevel>().LastOrDefault() is { } required)
            operation.Description = $"A citizen's electronic identity must be of level {required.Level}.";
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        operation.Responses ??= [];
        operation.Responses["default"] = Problem();
        return Task.CompletedTask;
    }

    private static OpenApiResponse Problem() => new()
    {
        Description = "A problem by RFC 9457; its type is one of docs/problems.md.",
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } },
    };
}
