using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The reporter learns of a new date before the old one has passed.</summary>
public sealed class TellReporterOfDelay(CreateMessage messages) : IConsumer<Contracts.ReportDelayed>
{
    public static Note Note(Contracts.ReportDelayed heard) => Notifications.Note.Of(
        heard.Reporter,
        Templates.ReportDelayed,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code),
        ("promised", $"{heard.Promised.UtcDateTime:O}"));

    public Task Consume(ConsumeContext<Contracts.ReportDelayed> context) => messages.From(context, Note(context.Message));
}
