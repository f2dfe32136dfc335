using System.Text.Json.Nodes;

namespace Ecosystem.Gateway.Documents;

/// <summary>One OpenAPI document of all services: what two of them call by the same name is told apart by the service's name before it.</summary>
public static class MergedDocument
{
    /// <summary>Of all services alike, so that a client has one type for it.</summary>
    private const string Problem = "Problem";

    private const string Schemas = "#/components/schemas/";

    private const string About =
        "The province's digital ecosystem: one address for all services. Each operation names the scope that its access token needs; "
        + "asked for with a token, this document shows only what that token allows. Every refusal is a `Problem` whose `type` opens a page that explains it.";

    /// <param name="services">Each service's own document by its name; null where it has never been seen.</param>
    public static JsonObject Of(IReadOnlyDictionary<string, JsonNode?> services)
    {
        var parts = services.Where(service => service.Value is { } document && Members(document["paths"]).Count > 0)
            .OrderBy(service => service.Key, StringComparer.Ordinal).Select(service => (Name: service.Key, Document: Renamed(service.Key, service.Value!.DeepClone()))).ToList();
        return new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Ecosystem", ["version"] = "v1", ["description"] = About + Missing(services.Where(service => service.Value is null).Select(service => service.Key)) },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = Joined(parts.Select(part => part.Document["paths"])),
            ["components"] = new JsonObject
            {
                ["schemas"] = Joined(parts.Select(part => part.Document["components"]?["schemas"])),
                ["securitySchemes"] = Joined(parts.Select(part => part.Document["components"]?["securitySchemes"])),
            },
            ["tags"] = new JsonArray([.. parts.SelectMany(part => part.Document["tags"] as JsonArray ?? []).Select(tag => tag!.DeepClone())]),
        };
    }

    /// <summary>Walks a schema's references to others, wherever they stand.</summary>
    internal static IEnumerable<JsonObject> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => References(member.Value)).Concat(members["$ref"] is JsonValue ? [members] : []),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static JsonNode Renamed(string service, JsonNode document)
    {
        foreach (var reference in References(document).ToList())
            if (reference["$ref"]!.GetValue<string>() is var to && to.StartsWith(Schemas, StringComparison.Ordinal))
                reference["$ref"] = Schemas + NameOf(service, to[Schemas.Length..]);
        foreach (var operation in Members(document["paths"]).SelectMany(path => Members(path.Value)).Select(operation => operation.Value!.AsObject()))
        {
            if (operation["operationId"] is { } id) operation["operationId"] = $"{service}.{id}";
            operation["security"] ??= new JsonArray();
        }
        if (document["components"] is JsonObject components)
            components["schemas"] = new JsonObject(Members(components["schemas"]).Select(schema => KeyValuePair.Create(NameOf(service, schema.Key), schema.Value?.DeepClone())));
        return document;
    }

    private static string NameOf(string service, string schema) => schema == Problem ? schema : $"{service}.{schema}";

    /// <summary>Of two members with the same name the first one counts.</summary>
    private static JsonObject Joined(IEnumerable<JsonNode?> objects) =>
        new(objects.SelectMany(Members).DistinctBy(member => member.Key).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static string Missing(IEnumerable<string> services) => string.Join(", ", services.Order(StringComparer.Ordinal)) is { Length: > 0 } names ? $"\n\nCould not be reached yet, and is missing here: {names}." : "";

    private static JsonObject Members(JsonNode? node) => node as JsonObject ?? [];
}
