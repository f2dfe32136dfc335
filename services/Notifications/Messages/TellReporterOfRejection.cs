using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The reporter learns of a refusal, and that it may be appealed.</summary>
public sealed class TellReporterOfRejection(CreateMessage messages) : IConsumer<Contracts.ReportRejected>
{
    public static Note Note(Contracts.ReportRejected heard) => Notifications.Note.Of(
        heard.Reporter,
        Templates.ReportRejected,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code));

    public Task Consume(ConsumeContext<Contracts.ReportRejected> context) => messages.From(context, Note(context.Message));
}
