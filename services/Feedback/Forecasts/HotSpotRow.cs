namespace Ecosystem.Feedback.Forecasts;

/// <summary>A hot spot as the list shows it.</summary>
public sealed record HotSpotRow(string Category, string? Commune, string Unit, DateOnly Day, int Count, double Expected, int High, DateTimeOffset At)
{
    public static HotSpotRow? Fold(HotSpotRow? row, Guid id, HotSpotEvent happened) => happened switch
    {
        HotSpotFound e => new(e.Category, e.Commune, e.Unit, e.Day, e.Count, e.Expected, e.High, e.At),
        _ => row,
    };
}
