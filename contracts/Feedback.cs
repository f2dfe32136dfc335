namespace Ecosystem.Contracts;

/// <summary>A citizen's report was stored and routed to a unit.</summary>
/// <param name="Code">The public tracking code.</param>
/// <param name="Reporter">The citizen's subject identifier, never a name.</param>
[HeardBy("notifications-tell-reporter-of-receipt", "notifications-publish-to-feed", "feedback-tell-watchers")]
public sealed record ReportReceived(Guid ReportId, string Code, string Reporter, string Category);

/// <summary>A report has a unit in charge, or another one than before.</summary>
/// <param name="Unit">The organisation's code.</param>
[HeardBy("notifications-tell-unit-of-report", "notifications-publish-to-feed")]
public sealed record ReportRouted(Guid ReportId, string Unit, string? Code = null);

/// <summary>The unit in charge has taken the report on.</summary>
[HeardBy("notifications-publish-to-feed", "feedback-tell-followers")]
public sealed record ReportAccepted(Guid ReportId, string? Unit = null);

/// <summary>The unit cannot go on before the reporter has told more, which is asked for in Feedback.</summary>
[HeardBy("notifications-tell-reporter-of-question")]
public sealed record InformationAsked(Guid ReportId, string Code, string Reporter, DateTimeOffset Until);

/// <summary>It takes longer than promised; why stays in Feedback.</summary>
[HeardBy("notifications-tell-reporter-of-delay", "notifications-publish-to-feed", "feedback-tell-followers")]
public sealed record ReportDelayed(Guid ReportId, string Code, string Reporter, DateTimeOffset Promised, string Unit);

/// <summary>The unit in charge answered; the citizen's and the unit's words stay in Feedback.</summary>
/// <param name="Code">Of the report itself, or of the one into which it was merged.</param>
[HeardBy("notifications-tell-reporter-of-answer", "notifications-publish-to-feed", "feedback-follow-original", "feedback-follow-parts", "feedback-tell-followers")]
public sealed record ReportAnswered(Guid ReportId, string Code, string Reporter, string? Unit = null);

/// <summary>The unit in charge refused the report, for a reason from the list; its words stay in Feedback.</summary>
[HeardBy("notifications-tell-reporter-of-rejection", "notifications-publish-to-feed", "feedback-follow-parts", "feedback-tell-followers")]
public sealed record ReportRejected(Guid ReportId, string Code, string Reporter, string Reason, string Unit);

/// <summary>The reporter judged the answer, from 1 to 5; the comment stays in Feedback.</summary>
[HeardBy("notifications-publish-to-feed")]
public sealed record ReportRated(Guid ReportId, int Rating, string? Unit = null);

/// <summary>A report is open again, at the level above.</summary>
/// <param name="By">citizen, verdict or appeal.</param>
[HeardBy("notifications-tell-reporter-of-reopening", "notifications-publish-to-feed", "feedback-tell-followers")]
public sealed record ReportReopened(Guid ReportId, string Code, string Reporter, string Unit, string By);

/// <summary>Nothing more will be done about a report.</summary>
[HeardBy("notifications-publish-to-feed", "feedback-tell-followers")]
public sealed record ReportClosed(Guid ReportId, string Unit);

/// <summary>A report goes on under another's number.</summary>
[HeardBy("feedback-follow-original", "notifications-tell-reporter-of-merge", "notifications-publish-to-feed", "feedback-tell-followers")]
public sealed record ReportMerged(Guid ReportId, Guid Original, string Code, string OriginalCode, string Reporter, string Unit);

/// <summary>A report was no duplicate after all.</summary>
[HeardBy("feedback-follow-original", "notifications-publish-to-feed")]
public sealed record ReportUnmerged(Guid ReportId, Guid Original, string Unit);

/// <summary>Other units have parts of a report to do.</summary>
[HeardBy("feedback-follow-parts")]
public sealed record ReportSplit(Guid ReportId, IReadOnlyList<string> Units);

/// <summary>Somebody has looked at a report that was held back or hidden: everybody may see it.</summary>
[HeardBy("feedback-tell-watchers")]
public sealed record ReportMadePublic(Guid ReportId);

/// <summary>There is a new public report near a place that somebody watches; where that is stays in Feedback.</summary>
/// <param name="Watcher">The citizen's subject identifier.</param>
/// <param name="Number">Which of the citizen's places, from 1.</param>
[HeardBy("notifications-tell-watcher-of-report")]
public sealed record ReportNearWatchedPlace(Guid ReportId, string Code, string Watcher, int Number);

/// <summary>Somebody follows a report that has changed in a way that everybody may know.</summary>
/// <param name="Change">Accepted, Delayed, Answered, Rejected, Reopened, Closed or Merged.</param>
[HeardBy("notifications-tell-follower-of-change")]
public sealed record FollowedReportChanged(Guid ReportId, string Code, string Follower, string Change);

/// <summary>More than four fifths of the working time of a deadline are used up.</summary>
/// <param name="Clock">FirstResponse, Update or Resolution.</param>
[HeardBy("notifications-tell-unit-of-deadline", "notifications-publish-to-feed")]
public sealed record DeadlineApproaching(Guid ReportId, string Code, string Unit, string Clock, DateTimeOffset Due);

/// <summary>A deadline was missed, and somebody above the case hears of it.</summary>
/// <param name="Unit">In charge; null where nobody was.</param>
/// <param name="To">The organisation that hears of it.</param>
/// <param name="Level">1 the unit's head, 2 the coordinating unit, 3 the chair of the province's People's Committee.</param>
/// <param name="Clock">FirstResponse, Update or Resolution.</param>
[HeardBy("notifications-tell-of-escalation", "notifications-publish-to-feed")]
public sealed record ReportEscalated(Guid ReportId, string Code, string? Unit, string To, int Level, string Clock, DateTimeOffset Due);

/// <summary>A day has brought more reports of a kind than was to be expected: more than the upper bound of 95 %.</summary>
/// <param name="Commune">Where; null: in the whole province.</param>
/// <param name="Unit">The province's coordinating unit.</param>
/// <param name="Count">Reports of that local day when it was found.</param>
/// <param name="High">At most so many were expected.</param>
[HeardBy("notifications-tell-coordinating-unit-of-hot-spot", "notifications-publish-to-feed")]
public sealed record HotSpotFound(Guid HotSpotId, string Category, string? Commune, string Unit, DateOnly Day, int Count, int High);

/// <summary>Reports of a province that other agencies' servers have not taken yet, once a day.</summary>
/// <param name="Unit">The coordinating unit.</param>
/// <param name="Targets">Codes of the agencies with their numbers.</param>
[HeardBy("notifications-tell-unit-of-failed-forwarding")]
public sealed record ForwardingFailuresSummed(string Unit, DateOnly Day, int Failed, string Targets);
