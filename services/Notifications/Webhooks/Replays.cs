using Ecosystem.Notifications.Feed;
using Npgsql;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Puts events on their way once more, or for the first time where a webhook did not want them then.</summary>
public sealed class Replays(NpgsqlDataSource database)
{
    private const string Queue =
        """
        insert into webhook_deliveries (webhook, entry) select $3, id from chosen
        on conflict (webhook, entry) do update set state = 'pending', attempts = 0, due = now(), began = now()
        """;

    /// <returns>False: it is none of the webhook's events.</returns>
    public async Task<bool> One(Guid webhook, Selection selection, Guid eventId, CancellationToken ct)
    {
        await using var command = Command($"with chosen as (select id from view_feed where {Selection.Condition} and id = $4) {Queue}", selection, webhook, FeedEntry.IdOf(eventId));
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <returns>How many, and the position of the last; null: there is none.</returns>
    public async Task<(long Count, long? Last)> After(Guid webhook, Selection selection, long position, int atMost, CancellationToken ct)
    {
        await using var command = Command(
            $"""
            with chosen as materialized (
              select id, created_position from view_feed where {Selection.Condition} and created_position > $4 order by created_position limit $5
            ), queued as ({Queue})
            select count(*), max(created_position) from chosen
            """,
            selection, webhook, position, atMost);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1));
    }

    private NpgsqlCommand Command(string sql, Selection selection, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in selection.Parameters.Concat(values)) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
