using Microsoft.OpenApi;

namespace Ecosystem.ServiceDefaults;

/// <summary>The one form of every refusal, as all documents show it.</summary>
internal static class ProblemSchema
{
    public const string Name = "Problem";

    public static void AddTo(OpenApiDocument document) => document.AddComponent(Name, new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Description = "A problem by RFC 9457.",
        Required = new HashSet<string> { "type", "title", "status", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Relative URI `/problems/{name}`, there for good; opened in a browser it explains the problem."),
            ["title"] = Text("What is wrong, in Vietnamese, or in English where `Accept-Language` prefers it."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "400", Maximum = "599", Description = "The answer's HTTP status." },
            ["detail"] = Text("More about this very case, where there is more to say."),
            ["instance"] = Text("URI of this very case, where it has one."),
            ["traceId"] = Text("32 hexadecimal digits to tell when asking for help."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text("What is wrong with it.") },
                Description = "With `validation-failed`: every wrong field, and what is wrong with it.",
            },
            ["allowed"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text("A state, step or value."), Description = "What may be done or sent instead, where that is known." },
        },
    });

    public static OpenApiResponse Response(string description, OpenApiDocument? document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Name, document) } },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
