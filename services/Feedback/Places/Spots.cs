using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

/// <summary>Positions as the index of spots has them, see Schema/130_places.sql.</summary>
internal static class Spots
{
    private const double Narrowing = 0.9397;

    public static string Sql(Box box, Func<object, string> parameter) =>
        $"box(point({parameter(box.West * Narrowing)}, {parameter(box.South)}), point({parameter(box.East * Narrowing)}, {parameter(box.North)}))";

    public static string Sql(Spot spot, Func<object, string> parameter) => $"point({parameter(spot.Longitude * Narrowing)}, {parameter(spot.Latitude)})";
}
