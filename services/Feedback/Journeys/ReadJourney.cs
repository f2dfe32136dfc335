using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Proofs;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Journeys;

/// <summary>A report's whole way, hop by hop, from the citizen's word to the message that arrived; each hop names its trace.</summary>
public static class ReadJourney
{
    /// <param name="Kind">event, message (in an inbox) or delivery (by another channel).</param>
    public sealed record Hop(
        HopKind Kind,
        [property: Description("What happened: the event's stored name, the message's template, or the delivery's channel.")] string Name,
        DateTimeOffset At,
        [property: Description("Milliseconds since the report was submitted.")] long SinceSubmission,
        [property: Description("Number of the report's event of which it is or from which it follows; null where that is not known.")] long? Event,
        [property: Description("The message's id; null for events.")] Guid? Message,
        [property: Description("Whether the channel took it; null for what is no delivery.")] bool? Taken,
        [property: Description("The trace of the request that caused it, 32 hexadecimal digits.")] string? TraceId)
    {
        [Description("Why the channel did not take it: refused (no such address or number) or off (the channel is not set up); null where it did, or nobody said.")]
        public string? Why { get; init; }
    }

    public enum HopKind { Event, Message, Delivery }

    public static List<Hop> Hops(IReadOnlyList<StoredEvent> events, Journey journey)
    {
        var start = events[0].At;
        var causes = events.SelectMany(stored => MessagesOf(stored.Id).Select(message => (message, stored))).ToDictionary(pair => pair.message, pair => pair.stored);
        Hop Of(HopKind kind, string name, DateTimeOffset at, StoredEvent? cause, Guid? message = null, bool? taken = null) =>
            new(kind, name, at, (long)(at - start).TotalMilliseconds, cause?.Version, message, taken, cause?.TraceId);
        return
        [
            .. events.Select(stored => Of(HopKind.Event, stored.Type, stored.At, stored))
                .Concat(journey.Messages.Select(message => Of(HopKind.Message, message.Template, message.At, causes.GetValueOrDefault(message.Message), message.Message)))
                .Concat(journey.Deliveries.Select(delivery => Of(HopKind.Delivery, delivery.Channel, delivery.At, causes.GetValueOrDefault(delivery.Message), delivery.Message, delivery.Taken) with { Why = delivery.Why }))
                .OrderBy(hop => hop.At),
        ];
    }

    public static async Task<Ok<Page<Hop>>> Handle(Guid id, Caller by, ReadModel<ReportRow> reports, StoredEvents log, EventStream<Journey, JourneyEvent> journeys, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } row || !row.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        var journey = (await journeys.Load(Journey.IdOf(id), ct)).State;
        return TypedResults.Ok(new Page<Hop>(Hops(await log.Of(id, ct), journey), Next: null));
    }

    /// <summary>The relay names a message after the event, and further ones of the same event below it.</summary>
    private static Guid[] MessagesOf(Guid stored) => [stored, NamedId.Of(stored, "1"), NamedId.Of(stored, "2")];
}
