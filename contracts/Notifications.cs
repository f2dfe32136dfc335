namespace Ecosystem.Contracts;

/// <summary>A message is in its recipient's inbox; other channels may follow.</summary>
/// <param name="Recipient">A citizen's subject identifier or an organisation code.</param>
[HeardBy("notifications-mail-message", "notifications-sms-message")]
public sealed record MessageCreated(Guid MessageId, string Recipient);

/// <summary>A webhook gets nothing more, and its owner has not said so: the receiver answered 410, or failed for days.</summary>
/// <param name="Organisation">The organisation whose system owns it.</param>
/// <param name="System">The owner's client id.</param>
/// <param name="Why">gone or prolonged.</param>
[HeardBy("notifications-tell-owner-of-disabled-webhook")]
public sealed record WebhookDisabled(Guid WebhookId, string Organisation, string System, string Why, DateTimeOffset At);

/// <summary>A message about a report is in its recipient's inbox.</summary>
/// <param name="Template">Which of the service's texts it is.</param>
[HeardBy("feedback-note-message")]
public sealed record ReportMessageCreated(Guid ReportId, Guid MessageId, string Template, DateTimeOffset At);

/// <summary>A channel beside the inbox has taken a message about a report, or refused it for good.</summary>
/// <param name="Channel">mail or sms.</param>
/// <param name="Why">Why it was not taken: refused (the number or address does not exist) or off (the channel is not set up); null where it was, or nobody said.</param>
[HeardBy("feedback-note-message")]
public sealed record ReportMessageDelivered(Guid ReportId, Guid MessageId, string Channel, bool Taken, DateTimeOffset At, string? Why = null);
