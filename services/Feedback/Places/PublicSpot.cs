using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

/// <summary>What everybody may know of where a report is.</summary>
public static class PublicSpot
{
    /// <summary>In degrees: some 220 m from north to south and 210 m from west to east.</summary>
    private const double Cell = 0.002;

    private const double CellMetres = 200;

    /// <summary>The middle of a cell of a fixed grid: whoever sees the spot of many reports from one place learns no more than from one.</summary>
    public static Spot Blurred(Spot spot) => new(Middle(spot.Latitude), Middle(spot.Longitude), Math.Max(spot.Accuracy ?? 0, CellMetres));

    /// <summary>Numbers of cells are whole, so that the middle is the same number for all of a cell.</summary>
    private static double Middle(double degrees) => Math.Round((Math.Floor(degrees / Cell) + 0.5) * Cell, 6);
}
