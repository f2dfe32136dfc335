using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The reporter learns that there is an answer; the answer itself is read in Feedback, where it is protected.</summary>
public sealed class TellReporterOfAnswer(CreateMessage messages) : IConsumer<Contracts.ReportAnswered>
{
    public static Note Note(Contracts.ReportAnswered answered) => Notifications.Note.Of(
        answered.Reporter,
        Templates.ReportAnswered,
        ("reportId", $"{answered.ReportId}"),
        ("code", answered.Code));

    public Task Consume(ConsumeContext<Contracts.ReportAnswered> context) => messages.From(context, Note(context.Message));
}
