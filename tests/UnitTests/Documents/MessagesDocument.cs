using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Ecosystem.Contracts;

namespace Ecosystem.UnitTests.Documents;

/// <summary>AsyncAPI 3.0 of what the services say to one another, from the contracts themselves.</summary>
internal static class MessagesDocument
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly Type[] Contracts =
        [.. typeof(HeardByAttribute).Assembly.GetExportedTypes().Where(type => !type.IsAssignableTo(typeof(Attribute))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static JsonObject Make() => new()
    {
        ["asyncapi"] = "3.0.0",
        ["info"] = new JsonObject { ["title"] = "Ecosystem: messages between services", ["version"] = "v1", ["description"] = "Members may be added; nothing is ever removed, renamed, moved or given another type." },
        ["defaultContentType"] = "application/json",
        ["channels"] = Each(Channel),
        ["operations"] = new JsonObject(Contracts.SelectMany(Receptions)),
        ["components"] = new JsonObject { ["messages"] = Each(Message), ["schemas"] = Each(Schema) },
    };

    public static string Write(JsonObject document) => document.ToJsonString(Json) + "\n";

    private static JsonObject Each(Func<Type, JsonNode> part) => new(Contracts.Select(type => KeyValuePair.Create(type.Name, (JsonNode?)part(type))));

    private static JsonObject Channel(Type type) => new()
    {
        ["address"] = $"{type.Namespace}:{type.Name}",
        ["messages"] = new JsonObject { [type.Name] = Reference($"components/messages/{type.Name}") },
        ["bindings"] = new JsonObject { ["amqp"] = new JsonObject { ["is"] = "routingKey", ["exchange"] = new JsonObject { ["name"] = $"{type.Namespace}:{type.Name}", ["type"] = "fanout", ["durable"] = true } } },
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Receptions(Type type) => type.GetCustomAttribute<HeardByAttribute>()!.Endpoints.Select(endpoint =>
        KeyValuePair.Create($"{endpoint}.{type.Name}", (JsonNode?)new JsonObject { ["action"] = "receive", ["channel"] = Reference($"channels/{type.Name}") }));

    private static JsonObject Message(Type type) => new() { ["name"] = type.Name, ["payload"] = Reference($"components/schemas/{type.Name}") };

    private static JsonNode Schema(Type type) => Json.GetJsonSchemaAsNode(type, new() { TreatNullObliviousAsNonNullable = true });

    private static JsonObject Reference(string to) => new() { ["$ref"] = $"#/{to}" };
}
