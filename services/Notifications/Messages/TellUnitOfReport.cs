using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>A unit learns that a report is now its own.</summary>
public sealed class TellUnitOfReport(CreateMessage messages) : IConsumer<Contracts.ReportRouted>
{
    public static Note Note(Contracts.ReportRouted heard) => Notifications.Note.Of(
        heard.Unit,
        Templates.ReportForUnit,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code ?? $"{heard.ReportId}"));

    public Task Consume(ConsumeContext<Contracts.ReportRouted> context) => messages.From(context, Note(context.Message));
}
