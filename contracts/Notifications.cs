namespace Ecosystem.Contracts;

/// <summary>A message is in its recipient's inbox; other channels may follow.</summary>
/// <param name="Recipient">A citizen's subject identifier or an organisation code.</param>
[HeardBy("notifications-mail-message")]
public sealed record MessageCreated(Guid MessageId, string Recipient);
