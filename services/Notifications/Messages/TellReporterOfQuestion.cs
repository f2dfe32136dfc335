using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The reporter learns that work waits for an answer; what is asked is read in Feedback.</summary>
public sealed class TellReporterOfQuestion(CreateMessage messages) : IConsumer<Contracts.InformationAsked>
{
    public static Note Note(Contracts.InformationAsked heard) => Notifications.Note.Of(
        heard.Reporter,
        Templates.InformationAsked,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code),
        ("until", $"{heard.Until.UtcDateTime:O}"));

    public Task Consume(ConsumeContext<Contracts.InformationAsked> context) => messages.From(context, Note(context.Message));
}
