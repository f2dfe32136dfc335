using System.Text.Json.Nodes;

namespace Ecosystem.UnitTests.Documents;

/// <summary>Whoever reads a document finds what every operation does and what every field means; that the documents are the services' own, the end-to-end tests say.</summary>
public class DescriptionTests
{
    private static readonly string[] All = [.. Directory.GetFiles(CheckedIn.Folder("docs/api")).Select(Path.GetFileName).Where(file => file != "messages.json").Order()!];

    [Fact]
    public void Every_service_has_a_document() =>
        Assert.Superset(Architecture.Sources.Services.Select(service => $"{service.ToLowerInvariant()}.json").ToHashSet(), All.ToHashSet());

    [Fact]
    public void Every_operation_has_a_summary_an_id_of_its_own_and_problems() => Assert.All(All, file =>
    {
        var operations = Operations(file).ToList();

        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.True(IsSaid(operation.Node["summary"]), $"{operation.Name} has no summary"));
        Assert.All(operations, operation => Assert.NotNull(operation.Node["responses"]!["4XX"]));
        Assert.Equal(operations.Count, operations.Select(operation => operation.Node["operationId"]!.ToString()).Distinct().Count());
    });

    [Fact]
    public void Every_parameter_and_every_field_has_a_description() => Assert.All(All, file => Assert.Empty(Described(file).Where(one => !IsSaid(one.Text)).Select(one => one.Name)));

    [Fact]
    public void Descriptions_are_sentences_for_people() => Assert.All(All, file => Assert.All(Described(file), one => Assert.Matches(@"^[^<>&]*\.$", one.Text)));

    private static IEnumerable<(string Name, JsonNode Node)> Operations(string file) =>
        Document(file)["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => ($"{operation.Key} {path.Key}", operation.Value!)));

    private static IEnumerable<(string Name, string? Text)> Described(string file) =>
    [
        .. from operation in Operations(file)
           from parameter in operation.Node["parameters"] as JsonArray ?? []
           select ($"{operation.Name} {parameter["name"]}", Text(parameter)),
        .. from schema in Document(file)["components"]!["schemas"]!.AsObject()
           from field in schema.Value!["properties"] as JsonObject ?? []
           select ($"{schema.Key}.{field.Key}", Text(field.Value!)),
    ];

    /// <summary>Where a field may be null, its description stands beside the reference.</summary>
    private static string? Text(JsonNode field) => (field["description"] ?? (field["oneOf"] as JsonArray ?? []).Select(choice => choice!["description"]).FirstOrDefault(IsSaid))?.ToString();

    private static bool IsSaid(object? text) => !string.IsNullOrWhiteSpace(text?.ToString());

    private static JsonNode Document(string file) => JsonNode.Parse(CheckedIn.Read($"docs/api/{file}")!)!;
}
