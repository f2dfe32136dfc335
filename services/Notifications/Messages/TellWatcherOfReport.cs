using System.Globalization;
using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>Whoever watches a place learns of a new report near it, and how to hear no more of it.</summary>
public sealed class TellWatcherOfReport(CreateMessage messages) : IConsumer<Contracts.ReportNearWatchedPlace>
{
    public static Note Note(Contracts.ReportNearWatchedPlace heard) => Notifications.Note.Of(
        heard.Watcher,
        Templates.ReportNearWatchedPlace,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code),
        ("number", heard.Number.ToString(CultureInfo.InvariantCulture)));

    public Task Consume(ConsumeContext<Contracts.ReportNearWatchedPlace> context) => messages.From(context, Note(context.Message));
}
