using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Shortlists;

// Quoted names are in the database for good: add, never rename.
public abstract record ShortlistEvent;

[Stored("report_shortlisted")]
public sealed record ReportShortlisted(Guid Report, string Official, DateTimeOffset At) : ShortlistEvent;

[Stored("report_unlisted")]
public sealed record ReportUnlisted(DateTimeOffset At) : ShortlistEvent;

/// <summary>One official's mark on one report. A stream of its own, so that the row's position says when the mark was set.</summary>
public sealed record Shortlisting(bool IsListed)
{
    public static Guid IdOf(Guid report, string official) => NamedId.Of(report, $"shortlisted by {official}");

    public static Shortlisting New(Guid id) => new(IsListed: false);

    public static Shortlisting Evolve(Shortlisting mark, ShortlistEvent happened) => happened switch
    {
        ReportShortlisted => new(IsListed: true),
        ReportUnlisted => new(IsListed: false),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}

/// <summary>What is on whose shortlist.</summary>
public sealed record ShortlistRow(Guid Report, string Official, bool IsListed, DateTimeOffset At)
{
    public const string OfOfficial = "data->>'official' = $1 and data->>'isListed' = 'true'";

    public static ShortlistRow? Fold(ShortlistRow? row, Guid id, ShortlistEvent happened) => happened switch
    {
        ReportShortlisted e => new(e.Report, e.Official, IsListed: true, e.At),
        _ => row is null ? null : row with { IsListed = false },
    };
}
