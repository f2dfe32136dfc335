using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Proofs;

// Quoted names are in the database for good: add, never rename.
public abstract record AnchorEvent;

/// <summary>All report events of a local day stand under one root, which is published.</summary>
/// <param name="Root">Of the tree over their links in the order of the log, hexadecimal.</param>
/// <param name="Previous">The head of the day anchored before; 64 zeros for the first.</param>
/// <param name="Head">SHA-256 of <paramref name="Previous"/> and <paramref name="Root"/>: the days are a chain, too.</param>
[Stored("day_anchored")]
public sealed record DayAnchored(DateOnly Day, string Root, int Events, string Previous, string Head, DateTimeOffset At) : AnchorEvent;

/// <summary>A day's anchor; null until there is one. It is the row of its own view as well.</summary>
public sealed record Anchor(DayAnchored? Of)
{
    public static readonly Anchor None = new(Of: null);

    public static readonly string Nothing = new('0', 64);

    public static Guid IdOf(DateOnly day) => NamedId.Of($"anchor:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    public static Anchor Evolve(Anchor anchor, AnchorEvent happened) => happened switch
    {
        DayAnchored e => new(e),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static Anchor? Fold(Anchor? row, Guid id, AnchorEvent happened) => Evolve(row ?? None, happened);

    public static string HeadOf(string previous, string root) => Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. Convert.FromHexString(root)]));
}
