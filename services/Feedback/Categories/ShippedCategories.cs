using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.Categories;

/// <summary>Data/categories.json: what a city starts with, in the order in which forms show it.</summary>
public static class ShippedCategories
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static readonly ImmutableDictionary<string, ImmutableList<Valid<CategoryDefinition>>> Versions = Read();

    private static ImmutableDictionary<string, ImmutableList<Valid<CategoryDefinition>>> Read()
    {
        using var table = typeof(Category).Assembly.GetManifestResourceStream("Ecosystem.Feedback.Data.categories.json")!;
        var lines = JsonSerializer.Deserialize<Line[]>(table, Json)!;
        return lines.Index().ToImmutableDictionary(
            line => line.Item.Code,
            line => ImmutableList.Create(new Valid<CategoryDefinition>(line.Item.Definition with { Order = line.Index * 10 }, DateTimeOffset.MinValue, Decision: null, Change: 0)));
    }

    private sealed record Line(string Code, CategoryDefinition Definition);
}
