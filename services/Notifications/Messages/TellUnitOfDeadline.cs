using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The unit in charge is warned while there is still time.</summary>
public sealed class TellUnitOfDeadline(CreateMessage messages) : IConsumer<Contracts.DeadlineApproaching>
{
    public static Note Note(Contracts.DeadlineApproaching heard) => Notifications.Note.Of(
        heard.Unit,
        Templates.DeadlineApproaching,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code),
        ("due", $"{heard.Due.UtcDateTime:O}"));

    public Task Consume(ConsumeContext<Contracts.DeadlineApproaching> context) => messages.From(context, Note(context.Message));
}
