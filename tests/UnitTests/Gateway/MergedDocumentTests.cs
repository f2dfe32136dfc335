using System.Text.Json.Nodes;
using Ecosystem.Gateway.Documents;

namespace Ecosystem.UnitTests.Gateway;

/// <summary>One document of services that do not know one another: what has the same name must not become the same thing.</summary>
public class MergedDocumentTests
{
    private static readonly JsonNode Feedback = JsonNode.Parse(
        """
        {"paths": {
            "/v1/reports": {"post": {"operationId": "submitReport", "security": [{"bearer": ["feedback.submit"]}], "responses": {"201": {"$ref": "#/components/schemas/Place"}, "4XX": {"$ref": "#/components/schemas/Problem"}}}},
            "/v1/tracking/{code}": {"get": {"operationId": "trackReport", "responses": {}}}},
         "components": {"schemas": {"Place": {"properties": {"area": {"$ref": "#/components/schemas/Area"}}}, "Area": {"type": "string"}, "Problem": {}}, "securitySchemes": {"bearer": {}}},
         "tags": [{"name": "feedback"}]}
        """)!;

    private static readonly JsonNode Campaigns = JsonNode.Parse(
        """
        {"paths": {"/v1/campaigns": {"get": {"operationId": "list", "security": [{"bearer": ["campaigns.read"]}], "responses": {"200": {"$ref": "#/components/schemas/Place"}}}}},
         "components": {"schemas": {"Place": {"type": "string"}, "Problem": {}}, "securitySchemes": {"bearer": {}}},
         "tags": [{"name": "campaigns"}]}
        """)!;

    private static readonly JsonObject Merged = MergedDocument.Of(new Dictionary<string, JsonNode?> { ["feedback"] = Feedback, ["campaigns"] = Campaigns, ["notifications"] = null, ["gateway"] = new JsonObject() });

    [Fact]
    public void Equal_names_of_two_services_are_told_apart_and_problems_are_shared()
    {
        Assert.Equal(["Problem", "campaigns.Place", "feedback.Area", "feedback.Place"], Schemas(Merged).Order(StringComparer.Ordinal));
        Assert.Equal("#/components/schemas/feedback.Place", $"{Merged["paths"]!["/v1/reports"]!["post"]!["responses"]!["201"]!["$ref"]}");
        Assert.Equal("#/components/schemas/Problem", $"{Merged["paths"]!["/v1/reports"]!["post"]!["responses"]!["4XX"]!["$ref"]}");
        Assert.Equal("feedback.submitReport", $"{Merged["paths"]!["/v1/reports"]!["post"]!["operationId"]}");
        Assert.Equal(["campaigns", "feedback"], Merged["tags"]!.AsArray().Select(tag => $"{tag!["name"]}"));
    }

    [Fact]
    public void The_services_own_documents_stay_as_they_are() => Assert.NotNull(Feedback["components"]!["schemas"]!["Place"]);

    [Fact]
    public void What_was_never_seen_is_named() => Assert.EndsWith("missing here: notifications.", $"{Merged["info"]!["description"]}", StringComparison.Ordinal);

    [Fact]
    public void A_caller_sees_what_its_scopes_allow_and_what_is_open_to_all()
    {
        var allowed = AllowedDocument.Of(Merged, new HashSet<string> { "campaigns.read" });

        Assert.Equal(["/v1/campaigns", "/v1/tracking/{code}"], allowed["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["campaigns.Place"], Schemas(allowed));
        Assert.Equal(["campaigns.read", "feedback.submit"], AllowedDocument.Scopes(Merged).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Schemas_that_are_used_by_used_ones_stay() =>
        Assert.Contains("feedback.Area", Schemas(AllowedDocument.Of(Merged, new HashSet<string> { "feedback.submit" })));

    private static IEnumerable<string> Schemas(JsonObject document) => document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key);
}
