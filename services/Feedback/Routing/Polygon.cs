using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Routing;

/// <summary>An area, small enough that degrees may be taken as a plane.</summary>
internal sealed class Polygon(IReadOnlyList<Corner> corners)
{
    private readonly (double Y, double X)[] ring = [.. corners.Select(corner => (corner.Latitude, corner.Longitude))];
    private readonly double south = corners.Min(corner => corner.Latitude), north = corners.Max(corner => corner.Latitude);
    private readonly double west = corners.Min(corner => corner.Longitude), east = corners.Max(corner => corner.Longitude);

    /// <summary>Whether a ray from the spot to the east crosses the border an odd number of times.</summary>
    public bool Contains(Spot spot)
    {
        var (y, x) = (spot.Latitude, spot.Longitude);
        if (y < south || y > north || x < west || x > east) return false;
        var isInside = false;
        for (var (n, before) = (0, ring.Length - 1); n < ring.Length; before = n++)
        {
            var (a, b) = (ring[n], ring[before]);
            if (a.Y > y != b.Y > y && x < (b.X - a.X) * (y - a.Y) / (b.Y - a.Y) + a.X) isInside = !isInside;
        }

        return isInside;
    }
}
