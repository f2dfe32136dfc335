using System.Text.Json.Nodes;

namespace Ecosystem.Gateway.Documents;

/// <summary>What a caller with certain scopes can use of a document, so that nobody builds on what will be refused.</summary>
public static class AllowedDocument
{
    public static JsonObject Of(JsonObject document, IReadOnlySet<string> scopes)
    {
        var allowed = document.DeepClone().AsObject();
        foreach (var (path, operations) in allowed["paths"]!.AsObject().ToList())
        {
            foreach (var (method, operation) in operations!.AsObject().ToList())
                if (!IsOpen(operation!, scopes)) operations.AsObject().Remove(method);
            if (operations.AsObject().Count == 0) allowed["paths"]!.AsObject().Remove(path);
        }
        return WithoutUnused(allowed);
    }

    /// <summary>All scopes that any operation asks for.</summary>
    public static IEnumerable<string> Scopes(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).SelectMany(operation => Needed(operation.Value!)).Distinct();

    private static bool IsOpen(JsonNode operation, IReadOnlySet<string> scopes) => Needed(operation).All(scopes.Contains);

    private static IEnumerable<string> Needed(JsonNode operation) =>
        from way in operation["security"] as JsonArray ?? []
        from scheme in way!.AsObject()
        from scope in scheme.Value!.AsArray()
        select scope!.GetValue<string>();

    private static JsonObject WithoutUnused(JsonObject document)
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        HashSet<string> used = [];
        Use(document["paths"]);
        foreach (var unused in schemas.Select(schema => schema.Key).Except(used).ToList())
            schemas.Remove(unused);
        return document;

        void Use(JsonNode? node)
        {
            foreach (var reference in MergedDocument.References(node))
                if (reference["$ref"]!.GetValue<string>().Split('/')[^1] is var name && used.Add(name)) Use(schemas[name]);
        }
    }
}
