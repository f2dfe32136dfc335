using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Moderation;

// Quoted names are in the database for good: add, never rename.

/// <summary>Why a person looks at a report's words before everybody may.</summary>
public enum HoldReason { SameText, BlockedWord, Flagged }

/// <summary>The unit works on it as on any other; what everybody sees waits.</summary>
[Stored("report_held")]
public sealed record ReportHeld(IReadOnlyList<HoldReason> Reasons, DateTimeOffset At) : ReportEvent;

/// <param name="Reason">For everybody to read: nothing is hidden silently.</param>
[Stored("report_hidden")]
public sealed record ReportHidden(string Reason, string Unit, DateTimeOffset At) : ReportEvent;

/// <summary>Somebody has looked: everybody may.</summary>
[Stored("report_shown")]
public sealed record ReportShown(string Unit, DateTimeOffset At) : ReportEvent;

/// <param name="By">Keyed hash of the citizen.</param>
[Stored("report_flagged")]
public sealed record ReportFlagged(string By, DateTimeOffset At) : ReportEvent;

/// <summary>Whether everybody may see the words and photos.</summary>
public enum PublicState { Open, Held, Hidden, Shown }

/// <summary>What moderation has to remember of a report.</summary>
/// <param name="Reason">Why it is hidden.</param>
public sealed record Standing(PublicState State, IReadOnlyList<HoldReason> Reasons, string? Reason = null)
{
    public static readonly Standing Usual = new(PublicState.Open, []);

    public static Standing After(Standing standing, ReportEvent happened) => happened switch
    {
        ReportHeld e => new(PublicState.Held, [.. standing.Reasons.Union(e.Reasons)]),
        ReportHidden e => standing with { State = PublicState.Hidden, Reason = e.Reason },
        ReportShown => standing with { State = PublicState.Shown, Reason = null },
        _ => standing,
    };
}
