using System.Collections.Immutable;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.Categories;

/// <summary>Data/categories.json: what a city starts with, in the order in which forms show it.</summary>
public static class ShippedCategories
{
    public static readonly ImmutableDictionary<string, ImmutableList<Valid<CategoryDefinition>>> Versions = Read();

    private static ImmutableDictionary<string, ImmutableList<Valid<CategoryDefinition>>> Read() =>
        Shipped.Read<Line[]>("categories.json").Index().ToImmutableDictionary(
            line => line.Item.Code,
            line => ImmutableList.Create(new Valid<CategoryDefinition>(line.Item.Definition with { Order = line.Index * 10 }, DateTimeOffset.MinValue, Decision: null, Change: 0)));

    private sealed record Line(string Code, CategoryDefinition Definition);
}
