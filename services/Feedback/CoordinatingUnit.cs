using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback;

/// <summary>The office of the province's People's Committee: it sets the rules, and takes what no other unit takes.</summary>
public static class CoordinatingUnit
{
    /// <summary>The one of the province to which a unit belongs.</summary>
    public static string Of(string unit) => $"{unit[..2]}.UBND";

    /// <summary>Whether the official is of a coordinating unit.</summary>
    public static bool Is(Official by) => by.Organisation == Of(by.Organisation);

    /// <summary>Whether a report is an official's to handle: of a category of the person's own, and one that no unit has is the coordinating unit's of its province.</summary>
    public static bool ActsFor(Official by, string unit, string province, string category) => by.Handles(category) && (unit is "" ? by.Organisation == $"{province}.UBND" : by.ActsFor(unit));

    /// <exception cref="Refused">The official belongs to another unit.</exception>
    public static void Require(Official by)
    {
        if (!Is(by)) throw new Refused(FeedbackProblems.NotCoordinating);
    }

    /// <exception cref="Refused">The official belongs to another unit, or to another province than the one in question.</exception>
    public static void Require(Official by, string province)
    {
        Require(by);
        if (by.Organisation[..2] != province) throw new Refused(Problem.NotFound);
    }

    /// <exception cref="Refused">As above, or reports of this category are not the official's.</exception>
    public static void Require(Official by, string province, string category)
    {
        Require(by, province);
        if (!by.Handles(category)) throw new Refused(Problem.NotFound);
    }
}
