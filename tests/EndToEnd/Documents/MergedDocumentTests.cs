using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Documents;

/// <summary>Whoever builds a client for the whole ecosystem needs one document, and only what the own token allows.</summary>
public sealed class MergedDocumentTests(City city)
{
    [Fact]
    public async Task The_gateway_shows_the_operations_of_all_services_in_one_document()
    {
        var merged = (await city.Anyone().Get("/openapi/v1.json")).Is(200).Json;

        foreach (var service in new[] { "coordination", "feedback", "campaigns", "notifications" })
            Assert.Empty(Operations((await city.Anyone().Get($"/openapi/{service}/v1.json")).Is(200).Json).Except(Operations(merged)));
        Assert.NotNull(merged["components"]!["schemas"]!["campaigns.Written"]);
        Assert.NotNull(merged["components"]!["schemas"]!["feedback.Written"]);
        Assert.NotNull(merged["components"]!["schemas"]!["Problem"]);
    }

    [Fact]
    public async Task A_token_sees_what_it_allows_and_a_wrong_one_nothing()
    {
        var partner = await city.System("organisations.read");

        var shown = (await partner.Get("/openapi/v1.json")).Is(200).Json;

        Assert.Contains("get /v1/organisations", Operations(shown));
        Assert.Contains("get /v1/tracking/{code}", Operations(shown));
        Assert.DoesNotContain("post /v1/reports", Operations(shown));
        Assert.Null(shown["components"]!["schemas"]!["feedback.SubmitReportCommand"]);
        (await new Api(city.Processes.Gateway, "gibberish", "thief").Get("/openapi/v1.json")).Is(401);
    }

    [Fact]
    public async Task Who_has_the_document_does_not_load_it_again()
    {
        var first = (await city.Anyone().Get("/openapi/v1.json")).Is(200);

        var second = (await city.Anyone().Get("/openapi/v1.json", ("If-None-Match", first.Headers["ETag"]))).Is(304);

        Assert.Empty(second.Text);
        (await (await city.Citizen()).Get("/openapi/v1.json", ("If-None-Match", first.Headers["ETag"]))).Is(200);
    }

    private static IEnumerable<string> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}"));
}
