using Npgsql;

namespace Ecosystem.Notifications.Webhooks;

/// <param name="Attempts">Made before.</param>
public sealed record Delivery(Guid Webhook, Guid Entry, int Attempts, DateTimeOffset Began);

/// <summary>Events on their way to webhooks: rows that any instance takes when they are due. What is taken is due again after a while, so nothing is lost with an instance.</summary>
public sealed class Deliveries(NpgsqlDataSource database)
{
    /// <summary>Longer than any attempt takes.</summary>
    private static readonly TimeSpan InHand = Courier.Patience + TimeSpan.FromSeconds(10);

    /// <summary>Takes what is due, a few of each webhook.</summary>
    /// <param name="status">Only of webhooks in this status.</param>
    /// <param name="busy">Not of these.</param>
    /// <param name="after">Begins with the webhook after this one, so that all have their turn.</param>
    public async Task<IReadOnlyList<Delivery>> Take(WebhookStatus status, Guid[] busy, Guid after, int ofEach, int atMost, CancellationToken ct)
    {
        await using var command = Command(
            """
            with turns as materialized (
              select id from view_webhook where data->>'status' = $1 and id <> all($2) order by id <= $3, id
            ), taken as (
              select d.webhook, d.entry from turns cross join lateral (
                select webhook, entry from webhook_deliveries where webhook = turns.id and state = 'pending' and due <= now()
                order by due limit $4 for update skip locked
              ) d limit $5
            )
            update webhook_deliveries d set due = now() + $6 from taken t where d.webhook = t.webhook and d.entry = t.entry
            returning d.webhook, d.entry, d.attempts, d.began
            """,
            $"{status}", busy, after, ofEach, atMost, InHand);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<Delivery> taken = [];
        while (await reader.ReadAsync(ct)) taken.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3)));
        return taken;
    }

    /// <summary>Notes an attempt and what follows from it.</summary>
    /// <param name="next">Null: there is no other attempt.</param>
    public async Task Note(Delivery delivery, Guid eventId, Outcome outcome, TimeSpan? next, CancellationToken ct)
    {
        var state = outcome.IsDelivered ? "delivered" : next is null ? "given_up" : "pending";
        await using var command = Command(
            $"""
            with noted as ({Attempts.Insert})
            update webhook_deliveries set attempts = $3, state = $8, due = coalesce(now() + $7, due) where webhook = $1 and entry = $9 and state = 'pending'
            """,
            [.. Attempts.Values(delivery.Webhook, eventId, delivery.Attempts + 1, outcome, next), state, delivery.Entry]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Whether anything arrived there since.</summary>
    public async Task<bool> Succeeded(Guid webhook, DateTimeOffset since, CancellationToken ct)
    {
        await using var command = Command("select exists (select from webhook_attempts where webhook = $1 and outcome = 'delivered' and at >= $2)", webhook, since.ToUniversalTime());
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Of a webhook that is no more.</summary>
    public async Task Drop(Guid webhook, CancellationToken ct)
    {
        await using var command = Command("with dropped as (delete from webhook_attempts where webhook = $1) delete from webhook_deliveries where webhook = $1", webhook);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What began so long ago: it is settled, or waits for a webhook that stays disabled.</summary>
    public async Task Forget(TimeSpan age, CancellationToken ct)
    {
        await using var command = Command("with old as (delete from webhook_attempts where at < now() - $1) delete from webhook_deliveries where began < now() - $1", age);
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        return command;
    }
}
