using System.Text.Json.Nodes;

namespace Ecosystem.UnitTests.Documents;

/// <summary>What consumers of an earlier version, and messages that are still on their way, could not bear.</summary>
internal static class BreakingChanges
{
    public static IEnumerable<string> Between(JsonNode earlier, JsonNode now) => Entries(earlier, "components", "schemas").SelectMany(contract =>
        Find(now, "components", "schemas", contract.Key) is not { } kept ? [$"{contract.Key} was removed or renamed."]
        : Address(earlier, contract.Key) != Address(now, contract.Key) ? [$"{contract.Key} was moved from {Address(earlier, contract.Key)} to {Address(now, contract.Key)}."]
        : Members(contract.Key, contract.Value!, kept));

    private static IEnumerable<string> Members(string contract, JsonNode earlier, JsonNode now) => Entries(earlier, "properties").SelectMany(member =>
        Find(now, "properties", member.Key) is not { } kept ? [$"{contract}.{member.Key} was removed or renamed."]
        : !JsonNode.DeepEquals(member.Value, kept) ? [$"{contract}.{member.Key} was {member.Value!.ToJsonString()} and is now {kept.ToJsonString()}."]
        : Array.Empty<string>());

    private static string? Address(JsonNode document, string contract) => Find(document, "channels", contract, "address")?.GetValue<string>();

    private static JsonObject Entries(JsonNode node, params string[] path) => Find(node, path) as JsonObject ?? [];

    private static JsonNode? Find(JsonNode? node, params string[] path) => path.Aggregate(node, (found, name) => found?[name]);
}
