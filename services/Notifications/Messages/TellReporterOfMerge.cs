using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The reporter of a duplicate learns under which number the matter goes on.</summary>
public sealed class TellReporterOfMerge(CreateMessage messages) : IConsumer<Contracts.ReportMerged>
{
    public static Note Note(Contracts.ReportMerged heard) => Notifications.Note.Of(
        heard.Reporter,
        Templates.ReportMerged,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code),
        ("originalCode", heard.OriginalCode));

    public Task Consume(ConsumeContext<Contracts.ReportMerged> context) => messages.From(context, Note(context.Message));
}
