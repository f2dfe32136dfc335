using System.Text.Json.Nodes;

namespace Ecosystem.UnitTests.Documents;

/// <summary>Partners' programs are made from the documents: what breaks them is found before they find it.</summary>
public class ApiBreaksTests
{
    private const string Sample =
        """
        {"paths": {"/v1/things": {"post": {
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "string", "maxLength": 100}}],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Command"}}}, "required": true},
            "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}}, "4XX": {}}}}},
         "components": {"schemas": {
            "Command": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "size": {"type": ["null", "integer"]}, "kind": {"$ref": "#/components/schemas/Kind"}}},
            "Answer": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "tags": {"type": "array", "items": {"type": "object", "properties": {"label": {"type": "string"}}}}}},
            "Kind": {"type": "string", "enum": ["small", "large"]}}}}
        """;

    [Theory]
    [InlineData("\"post\":", "\"put\":", "POST /v1/things was removed.")]
    [InlineData("\"name\": \"q\"", "\"name\": \"query\"", "POST /v1/things: parameter query q was removed.")]
    [InlineData("\"in\": \"query\",", "\"in\": \"query\", \"required\": true,", "POST /v1/things: parameter query q is required now.")]
    [InlineData("\"maxLength\": 100", "\"maxLength\": 50", "POST /v1/things: query q has a narrower maxLength.")]
    [InlineData("\"required\": [\"name\"]", "\"required\": [\"name\", \"size\"]", "POST /v1/things: body.size is required now.")]
    [InlineData("[\"null\", \"integer\"]", "\"integer\"", "POST /v1/things: body.size may not be null any more.")]
    [InlineData("[\"small\", \"large\"]", "[\"small\"]", "POST /v1/things: body.kind may not be large any more.")]
    [InlineData("\"size\":", "\"width\":", "POST /v1/things: body.size was removed.")]
    [InlineData("\"201\":", "\"202\":", "POST /v1/things: status 201 was removed.")]
    [InlineData("\"id\": {\"type\": \"string\"}", "\"id\": {\"type\": [\"null\", \"string\"]}", "POST /v1/things: answer.id may be null now.")]
    [InlineData("\"required\": [\"id\"]", "\"required\": []", "POST /v1/things: answer.id may be missing now.")]
    [InlineData("\"label\":", "\"text\":", "POST /v1/things: answer.tags[].label was removed.")]
    public void What_an_earlier_client_cannot_bear_is_found(string earlier, string now, string broken) =>
        Assert.Equal([broken], Between(Sample, Sample.Replace(earlier, now, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"responses\"", "\"summary\": \"Make a thing\", \"responses\"")]
    [InlineData("\"maxLength\": 100", "\"maxLength\": 200")]
    [InlineData("\"required\": [\"name\"]", "\"required\": []")]
    [InlineData("\"required\": [\"id\"]", "\"required\": [\"id\", \"tags\"]")]
    [InlineData("\"size\":", "\"width\": {\"type\": \"integer\"}, \"size\":")]
    [InlineData("[\"small\", \"large\"]", "[\"small\", \"large\", \"huge\"]")]
    [InlineData("{\"$ref\": \"#/components/schemas/Kind\"}", "{\"oneOf\": [{\"type\": \"null\"}, {\"$ref\": \"#/components/schemas/Kind\"}]}")]
    public void What_only_adds_or_allows_more_breaks_nothing(string earlier, string now) =>
        Assert.Empty(Between(Sample, Sample.Replace(earlier, now, StringComparison.Ordinal)));

    private static IEnumerable<string> Between(string earlier, string now) => ApiBreaks.Between(JsonNode.Parse(earlier)!, JsonNode.Parse(now)!);
}
