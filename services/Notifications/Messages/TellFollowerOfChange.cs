using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>Whoever follows somebody else's report learns that there is something new; what it is everybody may look up.</summary>
public sealed class TellFollowerOfChange(CreateMessage messages) : IConsumer<Contracts.FollowedReportChanged>
{
    public static Note Note(Contracts.FollowedReportChanged heard) => Notifications.Note.Of(
        heard.Follower,
        Templates.FollowedReportChanged,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code),
        ("change", heard.Change));

    public Task Consume(ConsumeContext<Contracts.FollowedReportChanged> context) => messages.From(context, Note(context.Message));
}
