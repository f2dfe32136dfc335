using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications.Feed;

/// <summary>An event as partners get it, CloudEvents 1.0.2 in JSON: in pages of the feed, live and in webhooks alike.</summary>
/// <param name="Sequence">Its position in the feed (extension sequence), to go on from.</param>
/// <param name="Traceparent">Where its trace stands (extension for distributed tracing).</param>
/// <param name="Unit">Code of the organisation that it belongs to (our extension).</param>
public sealed record CloudEvent(
    string Specversion, Guid Id, string Source, string Type, string Subject, DateTimeOffset Time, string Sequence, string Dataschema, string Datacontenttype,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Unit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Traceparent,
    ImmutableSortedDictionary<string, string> Data)
{
    public const string ContentType = "application/cloudevents+json";

    private static readonly JsonSerializerOptions Json = ServiceDefaults.Json.Configure(new());

    public static CloudEvent Of(Row<FeedRow> row) => Of(row.Data, row.CreatedPosition);

    /// <summary>A partner's own trial of a webhook; it is in no feed.</summary>
    public static CloudEvent Ping(Guid id, Guid webhook, DateTimeOffset now) => Of(
        new(id, "vn.ecosystem.webhook.ping.v1", "/notifications", $"webhooks/{webhook}", null, [], ImmutableSortedDictionary<string, string>.Empty, now, null), 0);

    public string Write() => JsonSerializer.Serialize(this, Json);

    private static CloudEvent Of(FeedRow row, long position) => new(
        "1.0", row.EventId, row.Source, row.Type, row.Subject, row.Time, position.ToString(CultureInfo.InvariantCulture),
        $"urn:vn-ecosystem:schema:{row.Type["vn.ecosystem.".Length..]}", "application/json", row.Unit, row.TraceParent, row.Data);
}
