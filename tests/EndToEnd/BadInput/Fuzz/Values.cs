using System.Globalization;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput.Fuzz;

/// <summary>Values that fit a schema, and mean something where the scene has it: only then a request gets far.</summary>
internal sealed class Values(Scene scene)
{
    private readonly ILookup<string, JsonNode> samples = Form.All.Values.SelectMany(form => Leaf.Of(form.Body)).ToLookup(leaf => Member(leaf.Path), leaf => (JsonNode)leaf.Value);

    public JsonNode? Fitting(Operation operation, string name, JsonNode schema, Random random)
    {
        schema = operation.Resolve(schema);
        if (schema["properties"] is JsonObject) return Object(operation, schema, random);
        if (Types(schema).Contains("array")) return new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Fitting(operation, name, schema["items"] ?? new JsonObject(), random))]);
        if (Known(operation, name) is { } id) return id;
        if (random.Next(10) > 0 && samples[name].ToArray() is { Length: > 0 } known) return known[random.Next(known.Length)].DeepClone();
        if (schema["enum"] is JsonArray { Count: > 0 } choices) return choices[random.Next(choices.Count)]!.DeepClone();
        return Plain(schema, random);
    }

    public string InPath(Operation operation, string name, Random random) => Known(operation, name)?.ToString() ?? samples[name].FirstOrDefault()?.ToString() ?? $"{random.Next()}";

    private JsonObject Object(Operation operation, JsonNode schema, Random random)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        return new(schema["properties"]!.AsObject().Where(member => required.Contains(member.Key) || random.Next(2) == 0)
            .Select(member => KeyValuePair.Create(member.Key, Fitting(operation, member.Key, member.Value!, random))).ToList());
    }

    private string? Known(Operation operation, string name) => (name, operation.Path.Split('/')[2]) switch
    {
        ("id", "reports") => scene.Report,
        ("id", "directives") => scene.Directive,
        ("id", "campaigns") => scene.Campaign,
        ("code", "tracking") => scene.Code,
        ("code", "organisations") => City.Front,
        ("code", _) => City.CuaNam,
        ("place", "campaigns") => scene.Point,
        ("team", _) => scene.Team,
        ("enrollment", _) => scene.Enrollment,
        ("visit", _) => scene.Visit,
        ("organisation" or "recipients", _) => City.Front,
        ("name", "operations") => "campaign_progress",
        _ => null,
    };

    private static JsonNode Plain(JsonNode schema, Random random) => (schema["format"]?.GetValue<string>(), Types(schema)) switch
    {
        ("uuid", _) => Guid.NewGuid().ToString(),
        ("date-time", _) => DateTimeOffset.UtcNow.AddDays(random.Next(1, 1000)).ToString("O", CultureInfo.InvariantCulture),
        ("date", _) => DateTimeOffset.UtcNow.AddDays(random.Next(0, 1000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, var types) when types.Contains("integer") || types.Contains("number") => random.Next(0, 100),
        (_, var types) when types.Contains("boolean") => random.Next(2) == 0,
        _ => new string('ế', Math.Clamp(schema["minLength"]?.GetValue<int>() ?? 5, 1, 50) + random.Next(3)),
    };

    private static string[] Types(JsonNode schema) => schema["type"] is JsonArray several ? [.. several.Select(type => type!.GetValue<string>())] : [schema["type"]?.GetValue<string>() ?? ""];

    private static string Member(string path) => path[(path.LastIndexOf('.') + 1)..].Split('[')[0];
}
