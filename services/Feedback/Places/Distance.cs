using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

public static class Distance
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>Metres between two positions on a sphere (haversine), right to half a per cent.</summary>
    public static double Metres(Spot a, Spot b)
    {
        var (north, east) = (double.DegreesToRadians(b.Latitude - a.Latitude) / 2, double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        var half = Math.Pow(Math.Sin(north), 2) + Math.Cos(double.DegreesToRadians(a.Latitude)) * Math.Cos(double.DegreesToRadians(b.Latitude)) * Math.Pow(Math.Sin(east), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
