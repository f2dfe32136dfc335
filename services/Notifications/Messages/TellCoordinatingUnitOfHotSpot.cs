using System.Globalization;
using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The coordinating unit learns the same day that something is going on somewhere, before it is many single cases.</summary>
public sealed class TellCoordinatingUnitOfHotSpot(CreateMessage messages) : IConsumer<Contracts.HotSpotFound>
{
    public static Note Note(Contracts.HotSpotFound found) => Notifications.Note.Of(
        found.Unit,
        Templates.HotSpotFound,
        ("hotSpotId", $"{found.HotSpotId}"),
        ("category", found.Category),
        ("area", found.Commune ?? found.Unit),
        ("day", found.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("count", $"{found.Count}"),
        ("high", $"{found.High}"));

    public Task Consume(ConsumeContext<Contracts.HotSpotFound> context) => messages.From(context, Note(context.Message));
}
