using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The reporter holds the tracking code in hand, wherever the report was sent from.</summary>
public sealed class TellReporterOfReceipt(CreateMessage messages) : IConsumer<Contracts.ReportReceived>
{
    public static Note Note(Contracts.ReportReceived received) => Notifications.Note.Of(
        received.Reporter,
        Templates.ReportReceived,
        ("reportId", $"{received.ReportId}"),
        ("code", received.Code));

    public Task Consume(ConsumeContext<Contracts.ReportReceived> context) => messages.From(context, Note(context.Message));
}
