using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ecosystem.Feedback.Places;

/// <summary>A part of the map in WGS 84, written as GeoJSON writes boxes: west,south,east,north.</summary>
public sealed record Box(double West, double South, double East, double North) : IParsable<Box>
{
    private const double MetresPerDegree = 111_320;

    public bool Contains(double latitude, double longitude) => latitude >= South && latitude <= North && longitude >= West && longitude <= East;

    /// <summary>The box around a circle.</summary>
    public static Box Around(double latitude, double longitude, double metres)
    {
        var (up, aside) = (metres / MetresPerDegree, metres / MetresPerDegree / Math.Cos(double.DegreesToRadians(latitude)));
        return new(longitude - aside, latitude - up, longitude + aside, latitude + up);
    }

    public static Box Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var box) ? box : throw new FormatException("A box is west,south,east,north.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Box result)
    {
        var sides = (s ?? "").Split(',').Select(Degrees).ToArray();
        result = sides is [{ } west and >= -180, { } south and >= -90, { } east and <= 180, { } north and <= 90] && west < east && south < north ? new(west, south, east, north) : null;
        return result is not null;
    }

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
