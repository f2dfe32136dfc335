namespace Ecosystem.Contracts;

/// <summary>A citizen's report was stored and routed to a unit.</summary>
/// <param name="Code">The public tracking code.</param>
/// <param name="Reporter">The citizen's subject identifier, never a name.</param>
[HeardBy("notifications-tell-reporter-of-receipt", "notifications-publish-to-feed")]
public sealed record ReportReceived(Guid ReportId, string Code, string Reporter, string Category);

/// <summary>A report has a unit in charge.</summary>
/// <param name="Unit">The organisation's code.</param>
[HeardBy("notifications-publish-to-feed")]
public sealed record ReportRouted(Guid ReportId, string Unit);

/// <summary>The unit in charge has taken the report on.</summary>
[HeardBy("notifications-publish-to-feed")]
public sealed record ReportAccepted(Guid ReportId, string? Unit = null);

/// <summary>The unit in charge answered; the citizen's and the unit's words stay in Feedback.</summary>
[HeardBy("notifications-tell-reporter-of-answer", "notifications-publish-to-feed")]
public sealed record ReportAnswered(Guid ReportId, string Code, string Reporter, string? Unit = null);

/// <summary>The reporter judged the answer, from 1 to 5; the comment stays in Feedback.</summary>
[HeardBy("notifications-publish-to-feed")]
public sealed record ReportRated(Guid ReportId, int Rating, string? Unit = null);

/// <summary>A day has brought more reports of a kind than was to be expected: more than the upper bound of 95 %.</summary>
/// <param name="Commune">Where; null: in the whole province.</param>
/// <param name="Unit">The province's coordinating unit.</param>
/// <param name="Count">Reports of that local day when it was found.</param>
/// <param name="High">At most so many were expected.</param>
[HeardBy("notifications-tell-coordinating-unit-of-hot-spot", "notifications-publish-to-feed")]
public sealed record HotSpotFound(Guid HotSpotId, string Category, string? Commune, string Unit, DateOnly Day, int Count, int High);
