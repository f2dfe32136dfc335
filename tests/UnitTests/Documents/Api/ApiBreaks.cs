using System.Text.Json.Nodes;

namespace Ecosystem.UnitTests.Documents;

/// <summary>What a client that was made from an earlier OpenAPI document could not bear.</summary>
internal static class ApiBreaks
{
    public static IEnumerable<string> Between(JsonNode earlier, JsonNode now) =>
        from path in Members(earlier["paths"])
        from operation in Members(path.Value)
        let name = $"{operation.Key.ToUpperInvariant()} {path.Key}"
        from broken in now["paths"]?[path.Key]?[operation.Key] is { } kept
            ? Of(new(earlier, operation.Value!), new(now, kept)).Select(what => $"{name}: {what}")
            : [$"{name} was removed."]
        select broken;

    private static IEnumerable<string> Of(Part earlier, Part now) => [.. Parameters(earlier, now), .. Body(earlier, now), .. Responses(earlier, now)];

    private static IEnumerable<string> Parameters(Part earlier, Part now)
    {
        var (before, after) = (ByName(earlier.Node), ByName(now.Node));
        return
        [
            .. before.Keys.Except(after.Keys).Select(name => $"parameter {name} was removed."),
            .. after.Where(one => one.Value["required"]?.GetValue<bool>() == true && before.GetValueOrDefault(one.Key)?["required"]?.GetValue<bool>() != true).Select(one => $"parameter {one.Key} is required now."),
            .. before.Keys.Intersect(after.Keys).SelectMany(name => SchemaBreaks.OfRequest(name, earlier.With(before[name]["schema"]), now.With(after[name]["schema"]))),
        ];
    }

    private static IEnumerable<string> Body(Part earlier, Part now)
    {
        var (before, after) = (earlier.Node["requestBody"], now.Node["requestBody"]);
        if (after?["required"]?.GetValue<bool>() == true && before?["required"]?.GetValue<bool>() != true)
            yield return "a body is required now.";
        foreach (var broken in Contents("body", earlier.With(before), now.With(after), SchemaBreaks.OfRequest))
            yield return broken;
    }

    private static IEnumerable<string> Responses(Part earlier, Part now) =>
        from response in Members(earlier.Node["responses"])
        where response.Key.StartsWith('2')
        from broken in now.Node["responses"]?[response.Key] is { } kept
            ? Contents("answer", earlier.With(response.Value), now.With(kept), SchemaBreaks.OfResponse)
            : [$"status {response.Key} was removed."]
        select broken;

    private static IEnumerable<string> Contents(string name, Part earlier, Part now, Func<string, Part, Part, IEnumerable<string>> compare) =>
        from content in Members(earlier.Node["content"])
        from broken in now.Node["content"]?[content.Key] is { } kept
            ? compare(name, earlier.With(content.Value?["schema"]), now.With(kept["schema"]))
            : [$"{name} as {content.Key} was removed."]
        select broken;

    private static Dictionary<string, JsonNode> ByName(JsonNode operation) =>
        (operation["parameters"] as JsonArray ?? []).ToDictionary(parameter => $"{parameter!["in"]} {parameter["name"]}", parameter => parameter!);

    private static JsonObject Members(JsonNode? node) => node as JsonObject ?? [];
}

/// <summary>A part of a document, with the document that its references lead into.</summary>
internal sealed record Part(JsonNode Document, JsonNode Node)
{
    public Part With(JsonNode? node) => this with { Node = node ?? new JsonObject() };
}
