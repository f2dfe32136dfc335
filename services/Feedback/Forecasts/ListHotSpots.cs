using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>Where more was reported than was to be expected, newest first.</summary>
public static class ListHotSpots
{
    public sealed record Item(
        Guid Id, string Category, [property: Description("Code of the commune; null: the whole province.")] string? Commune,
        [property: Description("Local day, yyyy-MM-dd.")] DateOnly Day, [property: Description("Reports of that day when it was found.")] int Count,
        [property: Description("Reports that were expected.")] double Expected, [property: Description("At most so many were expected, by the interval of 95 %.")] int High,
        [property: Description("When it was found, in UTC.")] DateTimeOffset FoundAt);

    public static async Task<Ok<Page<Item>>> Handle(Official by, [AsParameters] PageRequest page, ReadModel<HotSpotRow> hotSpots, CancellationToken ct)
    {
        var rows = await hotSpots.List("starts_with(data->>'unit', $1)", [by.Organisation[..3]], page, ct);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(Shown)], rows.Next));
    }

    private static Item Shown(Row<HotSpotRow> row)
    {
        var spot = row.Data;
        return new(row.Id, spot.Category, spot.Commune, spot.Day, spot.Count, spot.Expected, spot.High, spot.At);
    }
}
