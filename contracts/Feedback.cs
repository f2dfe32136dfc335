namespace Ecosystem.Contracts;

/// <summary>A citizen's report was stored and routed to a unit.</summary>
/// <param name="Code">The public tracking code.</param>
/// <param name="Reporter">The citizen's subject identifier, never a name.</param>
[HeardBy("notifications-tell-reporter-of-receipt")]
public sealed record ReportReceived(Guid ReportId, string Code, string Reporter, string Category);

/// <summary>The unit in charge answered; the citizen's and the unit's words stay in Feedback.</summary>
[HeardBy("notifications-tell-reporter-of-answer")]
public sealed record ReportAnswered(Guid ReportId, string Code, string Reporter);
