using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>Whoever has to wait knows the number, and that nobody was forgotten.</summary>
public sealed class TellResidentOfWaiting(CreateMessage messages) : IConsumer<Contracts.PlaceOnWaitingList>
{
    public static Note Note(Contracts.PlaceOnWaitingList waits) => Notifications.Note.Of(
        waits.Resident,
        Templates.PlaceOnWaitingList,
        ("enrollmentId", $"{waits.EnrollmentId}"),
        ("campaignId", $"{waits.CampaignId}"),
        ("campaign", waits.Campaign),
        ("place", waits.Place),
        ("number", $"{waits.Number}"));

    public Task Consume(ConsumeContext<Contracts.PlaceOnWaitingList> context) => messages.From(context, Note(context.Message));
}
