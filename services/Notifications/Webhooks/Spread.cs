using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Feed;
using Npgsql;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>
/// Gives each new line of the feed to the webhooks that want it, found by an index however many there are. Deliveries and
/// progress are stored in one transaction, by one instance at a time: each line is given once.
/// </summary>
public sealed class Spread(NpgsqlDataSource database, ReadModel<FeedRow> feed)
{
    /// <summary>The webhooks that want a line of the feed: its keys are $2, its position $3.</summary>
    public const string Wanting = "select id, $1 from view_webhook where data->'keys' ?| $2 and created_position < $3";

    private const int Batch = 200;

    /// <returns>True when there may be more.</returns>
    public async Task<bool> Step(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (!await IsBehind(connection, ct)) return false;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await Hold(connection, ct) is not { } position) return false;
        var lines = await feed.Query($"where created_position > $1 order by created_position limit {Batch}", [position], ct);
        if (lines.Count == 0) return false;
        await Give(connection, lines, ct);
        await transaction.CommitAsync(ct);
        return lines.Count == Batch;
    }

    /// <summary>Asked without a lock, which would write to the disk whenever nothing happens.</summary>
    private static async Task<bool> IsBehind(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select exists (select from view_feed where created_position > (select position from webhook_progress))", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Null: another instance is at it.</summary>
    private static async Task<long?> Hold(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select position from webhook_progress for update skip locked", connection);
        return (long?)await command.ExecuteScalarAsync(ct);
    }

    private static async Task Give(NpgsqlConnection connection, IReadOnlyList<Row<FeedRow>> lines, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var line in lines)
            batch.BatchCommands.Add(new($"insert into webhook_deliveries (webhook, entry) {Wanting} on conflict do nothing")
            { Parameters = { new() { Value = line.Id }, new() { Value = Selection.KeysOf(line.Data) }, new() { Value = line.CreatedPosition } } });
        batch.BatchCommands.Add(new("update webhook_progress set position = $1") { Parameters = { new() { Value = lines[^1].CreatedPosition } } });
        await batch.ExecuteNonQueryAsync(ct);
    }
}
