using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ecosystem.Local;
using Ecosystem.UnitTests.Documents;

namespace Ecosystem.EndToEnd.Documents;

/// <summary>Clients are made from the OpenAPI documents: they change only where somebody has looked at the difference.</summary>
public sealed class ApiDocumentTests(City city)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("coordination")]
    [InlineData("feedback")]
    [InlineData("campaigns")]
    [InlineData("notifications")]
    [InlineData("gateway")]
    public async Task The_document_checked_in_is_what_the_service_says_directly_and_through_the_gateway(string service)
    {
        var file = Repository.File("docs", "api", $"{service}.json");
        var now = await city.Document(service);
        await Update(file, now);

        Assert.True(
            File.Exists(file) && JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(file)), now),
            $"docs/api/{service}.json is not what the service says. Look at the difference, and run this test with UPDATE_DOCS=1 if it is meant.");
        Assert.True(JsonNode.DeepEquals(now, (await city.Anyone().Get($"/openapi/{service}/v1.json")).Is(200).Json));
    }

    /// <summary>UPDATE_DOCS=1 writes the document anew where no client of the earlier one is broken by it, UPDATE_DOCS=breaking in any case.</summary>
    private static async Task Update(string file, JsonNode now)
    {
        var wanted = Environment.GetEnvironmentVariable("UPDATE_DOCS");
        if (wanted == "1" && File.Exists(file)) Assert.Empty(ApiBreaks.Between(JsonNode.Parse(await File.ReadAllTextAsync(file))!, now));
        if (wanted is "1" or "breaking") await File.WriteAllTextAsync(file, now.ToJsonString(Readable) + "\n");
    }
}
