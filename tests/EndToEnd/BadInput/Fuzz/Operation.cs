using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput.Fuzz;

/// <summary>One operation as a service's OpenAPI document describes it.</summary>
internal sealed record Operation(string Service, string Method, string Path, string? Scope, IReadOnlyList<Parameter> Parameters, string? BodyType, JsonNode? Body, JsonNode Document)
{
    public static async Task<Operation[]> All(City city)
    {
        List<Operation> all = [];
        foreach (var service in new[] { "coordination", "feedback", "campaigns", "notifications", "gateway" })
        {
            var document = await city.Document(service);
            all.AddRange(document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => Read(service, document, path.Key, operation.Key, operation.Value!))));
        }

        return [.. all];
    }

    /// <summary>The schema itself where there is only a reference to it.</summary>
    public JsonNode Resolve(JsonNode schema) => schema["$ref"]?.GetValue<string>() is { } reference
        ? Resolve(Document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!)
        : schema["oneOf"]?.AsArray().FirstOrDefault(one => one?["type"]?.ToString() != "null") is { } one ? Resolve(one) : schema;

    public override string ToString() => $"{Method} {Path}";

    private static Operation Read(string service, JsonNode document, string path, string method, JsonNode operation)
    {
        var body = operation["requestBody"]?["content"]?.AsObject().FirstOrDefault();
        return new(
            service, method.ToUpperInvariant(), path,
            operation["security"]?[0]?.AsObject().First().Value![0]!.GetValue<string>(),
            [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => new Parameter(parameter!["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>(), parameter["schema"] ?? new JsonObject()))],
            body?.Key, body?.Value?["schema"], document);
    }
}

/// <param name="In">path, query or header.</param>
internal sealed record Parameter(string Name, string In, JsonNode Schema);
