using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

// Quoted names are in the database for good: add, never rename. What is sealed here is under the reporter's key.
public abstract record ReportEvent;

// A unit that is null was not noted at that time yet.

/// <param name="Statement">A <see cref="Reports.Statement"/>.</param>
/// <param name="Spot">Where it is, as everybody may know it.</param>
/// <param name="IsConfidential">Only the coordinating unit may learn who reports, and that is noted.</param>
/// <param name="Parent">The report of which this is one unit's part.</param>
[Stored("report_submitted")]
public sealed record ReportSubmitted(
    string Reporter, string Category, string Commune, Sealed Statement, DateTimeOffset At,
    Source Source = Source.App, Severity Severity = Severity.Normal, Spot? Spot = null, bool IsConfidential = false, Guid? Parent = null) : ReportEvent;

/// <param name="Rule">The routing rule that decided; null where a person did, or no rule was needed.</param>
[Stored("report_assigned")]
public sealed record ReportAssigned(string Unit, DateTimeOffset At, string? Rule = null) : ReportEvent;

[Stored("report_accepted")]
public sealed record ReportAccepted(DateTimeOffset At, string? Unit = null) : ReportEvent;

[Stored("report_started")]
public sealed record ReportStarted(string Unit, DateTimeOffset At) : ReportEvent;

/// <summary>Clocks stand still, until then at the latest.</summary>
[Stored("report_waiting")]
public sealed record ReportWaiting(string Reporter, WaitingFor For, Sealed Reason, DateTimeOffset Until, string Unit, DateTimeOffset At) : ReportEvent;

/// <param name="Information">What the citizen was asked for, where that was waited for.</param>
[Stored("report_resumed")]
public sealed record ReportResumed(Sealed? Information, string Unit, DateTimeOffset At) : ReportEvent;

[Stored("interim_answer_given")]
public sealed record InterimAnswerGiven(string Reporter, Sealed Text, DateTimeOffset Promised, string Unit, DateTimeOffset At) : ReportEvent;

/// <param name="Original">The report whose answer this is, where this one is its duplicate.</param>
/// <param name="Note">What was done, where the unit told it beside the answer.</param>
/// <param name="Cost">Of the work, in dong; null where the unit told none.</param>
[Stored("report_answered")]
public sealed record ReportAnswered(
    string Reporter, Sealed Answer, DateTimeOffset At, string? Unit = null, Guid? Original = null, Sealed? Note = null, long? Cost = null) : ReportEvent;

/// <param name="Reasons">From the list in <see cref="RateAnswer"/>; null where none were asked for yet.</param>
[Stored("report_rated")]
public sealed record ReportRated(int Rating, Sealed? Comment, DateTimeOffset At, string? Unit = null, IReadOnlyList<VerdictReason>? Reasons = null) : ReportEvent;

[Stored("report_closed")]
public sealed record ReportClosed(string Unit, DateTimeOffset At) : ReportEvent;

[Stored("report_rejected")]
public sealed record ReportRejected(string Reporter, RejectionReason Reason, Sealed Note, string Unit, DateTimeOffset At) : ReportEvent;

/// <summary>The unit does not take it; it goes to the coordinating one.</summary>
[Stored("report_returned")]
public sealed record ReportReturned(string From, string To, Sealed Reason, DateTimeOffset At) : ReportEvent;

[Stored("report_transferred")]
public sealed record ReportTransferred(string From, string To, Sealed Reason, DateTimeOffset At) : ReportEvent;

/// <summary>It goes to the level above the unit that had it.</summary>
[Stored("report_reopened")]
public sealed record ReportReopened(string Reporter, string From, string To, ReopenedBy By, Sealed? Reason, DateTimeOffset At) : ReportEvent;

[Stored("report_merged")]
public sealed record ReportMerged(string Reporter, Guid Original, string Unit, DateTimeOffset At) : ReportEvent;

[Stored("report_unmerged")]
public sealed record ReportUnmerged(Guid Original, string Unit, DateTimeOffset At) : ReportEvent;

[Stored("duplicate_joined")]
public sealed record DuplicateJoined(Guid Duplicate, DateTimeOffset At) : ReportEvent;

[Stored("duplicate_left")]
public sealed record DuplicateLeft(Guid Duplicate, DateTimeOffset At) : ReportEvent;

[Stored("report_split")]
public sealed record ReportSplit(IReadOnlyList<Part> Parts, string Unit, DateTimeOffset At) : ReportEvent;

[Stored("part_closed")]
public sealed record PartClosed(Guid Part, DateTimeOffset At) : ReportEvent;

/// <summary>Someone outside the unit's work has learnt who reports.</summary>
[Stored("identity_opened")]
public sealed record IdentityOpened(string Unit, string Purpose, DateTimeOffset At) : ReportEvent;
