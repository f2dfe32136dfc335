using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The reporter learns that somebody above looks at it now.</summary>
public sealed class TellReporterOfReopening(CreateMessage messages) : IConsumer<Contracts.ReportReopened>
{
    public static Note Note(Contracts.ReportReopened heard) => Notifications.Note.Of(
        heard.Reporter,
        Templates.ReportReopened,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code));

    public Task Consume(ConsumeContext<Contracts.ReportReopened> context) => messages.From(context, Note(context.Message));
}
