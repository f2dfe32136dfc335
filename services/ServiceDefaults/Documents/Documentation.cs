using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Ecosystem.ServiceDefaults;

/// <summary>OpenAPI 3.1 from the code, at /openapi/v1.json, readable by anyone.</summary>
internal static class Documentation
{
    private const string Bearer = "bearer";

    /// <summary>What the service is for, from its project file.</summary>
    private static readonly string? About = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyDescriptionAttribute>()?.Description;

    public static void AddDocumentation(this IServiceCollection services, string service) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);
        options.AddDocumentTransformer((document, _, _) => Introduce(document, service));
        options.AddOperationTransformer((operation, context, _) => Complete(operation, context, service));
        options.AddSchemaTransformer(DocumentedTypes.Describe);
        options.AddSchemaTransformer(DescribedFields.Describe);
    });

    /// <summary>Commands and answers are nested in their features and share their short names: the feature's name tells them apart.</summary>
    private static string NameOf(Type type) => (type.IsGenericType, type.DeclaringType) switch
    {
        (true, _) => $"{type.Name[..type.Name.IndexOf('`')]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}",
        (_, { } feature) => feature.Name + type.Name,
        _ => type.Name,
    };

    private static Task Introduce(OpenApiDocument document, string service)
    {
        document.Info = new() { Title = $"Ecosystem: {service}", Version = "v1" };
        document.Servers = [];
        document.Tags = new HashSet<OpenApiTag> { new() { Name = service, Description = About } };
        ProblemSchema.AddTo(document);
        document.Components!.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Access token of the configured OpenID Connect issuer." },
        };
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, string service)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var handler = metadata.OfType<MethodInfo>().FirstOrDefault();
        operation.OperationId ??= handler is null ? null : JsonNamingPolicy.CamelCase.ConvertName(handler.DeclaringType!.Name + (handler.Name == "Handle" ? "" : handler.Name));
        operation.Tags = new HashSet<OpenApiTagReference> { new(service, context.Document) };
        if (metadata.OfType<RequiredScope>().LastOrDefault() is { } scope)
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [scope.Name] }];
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredLevel>().LastOrDefault() is { } required)
            operation.Description = $"A citizen's electronic identity must be of level {required.Level}.";
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            DescribedFields.Describe(parameter, handler);
        }
        DocumentedHeaders.AddTo(operation, context);
        operation.Responses ??= [];
        operation.Responses["4XX"] = ProblemSchema.Response("The request is refused.", context.Document);
        operation.Responses["5XX"] = ProblemSchema.Response("The request may be sent again, with the same `Idempotency-Key`; `Retry-After` says when.", context.Document);
        return Task.CompletedTask;
    }
}
