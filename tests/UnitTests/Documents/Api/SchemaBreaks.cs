using System.Text.Json.Nodes;

namespace Ecosystem.UnitTests.Documents;

/// <summary>A request may be allowed more than before, and an answer may hold more; never the other way round.</summary>
internal static class SchemaBreaks
{
    private static readonly (string Limit, int Sign)[] Limits = [("maxLength", 1), ("maximum", 1), ("minLength", -1), ("minimum", -1)];

    public static IEnumerable<string> OfRequest(string name, Part earlier, Part now)
    {
        var (before, after) = (Shape.Of(earlier), Shape.Of(now));
        return
        [
            .. before.Types.Except(after.Types).Select(type => $"{name} may not be {type} any more."),
            .. (after.Enum is null ? [] : before.Enum?.Except(after.Enum) ?? ["anything"]).Select(value => $"{name} may not be {value} any more."),
            .. Limits.Where(limit => Narrower(limit, before.Node, after.Node)).Select(limit => $"{name} has a narrower {limit.Limit}."),
            .. before.Properties.Keys.Except(after.Properties.Keys).Select(field => $"{name}.{field} was removed."),
            .. after.Required.Except(before.Required).Select(field => $"{name}.{field} is required now."),
            .. Within(name, before, after, OfRequest),
        ];
    }

    public static IEnumerable<string> OfResponse(string name, Part earlier, Part now)
    {
        var (before, after) = (Shape.Of(earlier), Shape.Of(now));
        return
        [
            .. after.Types.Except(before.Types).Select(type => $"{name} may be {type} now."),
            .. before.Enum is not null && after.Enum is null ? [$"{name} may be anything now."] : Array.Empty<string>(),
            .. before.Properties.Keys.Except(after.Properties.Keys).Select(field => $"{name}.{field} was removed."),
            .. before.Required.Intersect(after.Properties.Keys).Except(after.Required).Select(field => $"{name}.{field} may be missing now."),
            .. Within(name, before, after, OfResponse),
        ];
    }

    private static IEnumerable<string> Within(string name, Shape before, Shape after, Func<string, Part, Part, IEnumerable<string>> compare) =>
    [
        .. before.Properties.Keys.Intersect(after.Properties.Keys).SelectMany(field => compare($"{name}.{field}", before.Properties[field], after.Properties[field])),
        .. before.Item is { } item && after.Item is { } kept ? compare($"{name}[]", item, kept) : [],
    ];

    private static bool Narrower((string Name, int Sign) limit, JsonNode before, JsonNode after) =>
        after[limit.Name]?.GetValue<decimal>() is { } now && (before[limit.Name]?.GetValue<decimal>() is not { } earlier || limit.Sign * now < limit.Sign * earlier);
}

/// <summary>A schema with its reference followed and null counted among its types.</summary>
internal sealed record Shape(JsonNode Node, HashSet<string> Types, HashSet<string>? Enum, HashSet<string> Required, Dictionary<string, Part> Properties, Part? Item)
{
    public static Shape Of(Part part) => part.Node switch
    {
        { } node when node["$ref"]?.GetValue<string>() is { } reference => Of(part.With(reference[2..].Split('/').Aggregate(part.Document, (at, name) => at[name]!))),
        { } node when node["oneOf"] is JsonArray choices && choices.Any(IsNull) => OrNull(Of(part.With(choices.First(choice => !IsNull(choice))))),
        var node => new(
            node, Texts(node["type"] is JsonValue one ? new JsonArray(one.DeepClone()) : node["type"]) ?? [], Texts(node["enum"]), Texts(node["required"]) ?? [],
            (node["properties"] as JsonObject ?? []).ToDictionary(property => property.Key, property => part.With(property.Value)),
            (node["items"] ?? node["additionalProperties"]) is JsonObject item ? part.With(item) : null),
    };

    private static Shape OrNull(Shape shape) => shape with { Types = [.. shape.Types, "null"] };

    private static bool IsNull(JsonNode? schema) => schema?["type"]?.ToString() == "null";

    private static HashSet<string>? Texts(JsonNode? list) => list is JsonArray values ? [.. values.Select(value => value?.ToString() ?? "null")] : null;
}
