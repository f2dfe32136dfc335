using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>A resident need not ask whether there is a place: whoever waited learns it at once.</summary>
public sealed class TellResidentOfPlace(CreateMessage messages) : IConsumer<Contracts.PlaceGiven>
{
    public static Note Note(Contracts.PlaceGiven given) => Notifications.Note.Of(
        given.Resident,
        Templates.PlaceGiven,
        ("enrollmentId", $"{given.EnrollmentId}"),
        ("campaignId", $"{given.CampaignId}"),
        ("campaign", given.Campaign),
        ("place", given.Place));

    public Task Consume(ConsumeContext<Contracts.PlaceGiven> context) => messages.From(context, Note(context.Message));
}
