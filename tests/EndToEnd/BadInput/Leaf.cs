using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>A single value somewhere in a body, by the path under which errors name it.</summary>
internal sealed record Leaf(string Path, JsonValue Value)
{
    public static IEnumerable<Leaf> Of(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Of(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, nr) => Of(item, $"{path}[{nr}]")),
        JsonValue value => [new(path, value)],
        _ => [],
    };

    public bool IsText => Value.TryGetValue<string>(out _);

    /// <summary>The body with another value here.</summary>
    public string Spoilt(Form form, JsonNode? instead)
    {
        var body = form.Body;
        var here = Of(body).Single(leaf => leaf.Path == Path).Value;
        here.ReplaceWith(instead);
        return body.ToJsonString();
    }
}
