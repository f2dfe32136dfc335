using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>No missed deadline stays among those who missed it: the head of the unit hears of it, then the coordinating unit, then its chair.</summary>
public sealed class TellOfEscalation(CreateMessage messages) : IConsumer<Contracts.ReportEscalated>
{
    private const int Chair = 3;

    public static Note Note(Contracts.ReportEscalated heard) => Notifications.Note.Of(
        heard.Level < Chair ? heard.To : Recipient.ChairOf(heard.To),
        Templates.ReportEscalated,
        ("reportId", $"{heard.ReportId}"),
        ("code", heard.Code),
        ("unit", heard.Unit ?? "-"),
        ("level", $"{heard.Level}"),
        ("due", $"{heard.Due.UtcDateTime:O}"));

    public Task Consume(ConsumeContext<Contracts.ReportEscalated> context) => messages.From(context, Note(context.Message));
}
