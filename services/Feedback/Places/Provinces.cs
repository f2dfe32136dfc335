using System.Collections.Frozen;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

/// <summary>Data/provinces.json: in which box a province's reports lie, islands included and some kilometres wider than the land; only a law moves it.</summary>
public static class Provinces
{
    private static readonly FrozenDictionary<string, Box> Boxes = Shipped.Read<Line[]>("provinces.json").ToFrozenDictionary(line => line.Code, line => line.Box);

    /// <summary>True where the province has no box of its own: then all of Viet Nam is near enough.</summary>
    public static bool Holds(string province, Spot spot) => !Boxes.TryGetValue(province, out var box) || box.Contains(spot.Latitude, spot.Longitude);

    /// <exception cref="Refused">The position is not in the unit's province.</exception>
    public static void Require(string unit, Spot? spot)
    {
        if (spot is not null && !Holds(unit[..2], spot)) throw new Refused(PlaceProblems.OutsideTheProvince);
    }

    private sealed record Line(string Code, Box Box);
}
