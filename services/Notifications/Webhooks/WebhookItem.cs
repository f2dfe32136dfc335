using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>A webhook as its owner reads it: without its secrets.</summary>
/// <param name="PreviousSecretUntil">Until when a secret before this one signs, too; null: there is one secret.</param>
public sealed record WebhookItem(
    Guid Id, string Url, ImmutableArray<string> Types, ImmutableArray<string> Units, string Description, WebhookStatus Status, WhyDisabled? WhyDisabled,
    DateTimeOffset? FailingSince, DateTimeOffset? PreviousSecretUntil, DateTimeOffset CreatedAt, [property: JsonIgnore] long Version, [property: JsonIgnore] long Position) : IPositioned
{
    public static WebhookItem Of(Row<WebhookRow> row) => new(
        row.Id, row.Data.What.Url, row.Data.What.Types, row.Data.What.Units, row.Data.What.Description, row.Data.Status, row.Data.Why,
        row.Data.FailingSince, row.Data.Secrets.Skip(1).FirstOrDefault()?.Until, row.Data.CreatedAt, row.Version, row.Position);

    /// <exception cref="Refused">It is not there, or somebody else's, which looks alike.</exception>
    public static async Task<Row<WebhookRow>> Own(ReadModel<WebhookRow> webhooks, Guid id, SystemClient who, CancellationToken ct) =>
        await webhooks.Find(id, ct) is { } row && row.Data.Owner == who.Id && row.Data.Status is not WebhookStatus.Deleted ? row : throw new Refused(Problem.NotFound);
}
