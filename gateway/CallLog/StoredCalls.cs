using System.Text.Json;
using Ecosystem.Gateway.CallLog.Stamps;
using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Reads the log.</summary>
internal sealed class StoredCalls(NpgsqlDataSource database, CallStamps stamps)
{
    /// <summary>Calls, newest first.</summary>
    /// <param name="where">Constant SQL over the columns of calls, with parameters $1, $2, ...</param>
    public async Task<IReadOnlyList<Call>> Find(string where, int limit, CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand($"select entry, rule from calls where {where} order by at desc, id desc limit {limit:D}");
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<Call> calls = [];
        while (await reader.ReadAsync(ct)) calls.Add(JsonSerializer.Deserialize(reader.GetString(0), CallJson.Default.Call)! with { Rule = await reader.IsDBNullAsync(1, ct) ? null : reader.GetString(1) });
        return calls;
    }

    /// <summary>What shows that the log held this call, unchanged, at its place; null when the log does not have it.</summary>
    /// <param name="client">The only client whose call it may be; null: anybody's.</param>
    /// <param name="kind">The only kind of caller whose call it may be; empty: any.</param>
    public async Task<Proof?> Prove(Guid id, string? client, string kind, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select entry, place, number, previous, leaves, head, signature, public_key
            from calls join call_batches on number = batch join call_log_keys k on k.id = key_id
            where calls.id = $1 and ($2 = '' or client = $2) and ($3 = '' or kind = $3)
            """);
        foreach (var value in new object[] { id, client ?? "", kind }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(
                reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4),
                reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6), reader.GetString(7), await stamps.Of(reader.GetInt64(2), ct))
            : null;
    }

    /// <summary>Calls, refusals and failures by client, version and route since a time.</summary>
    /// <param name="kind">system or sandbox.</param>
    public async Task<IReadOnlyList<Usage>> Count(DateTimeOffset since, string? client, string kind, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select client, split_part(route, '/', 2), method || ' ' || route, count(*), count(*) filter (where status between 400 and 499), count(*) filter (where status >= 500),
                   percentile_disc(0.5) within group (order by milliseconds), percentile_disc(0.99) within group (order by milliseconds)
            from calls where at >= $1 and kind = $3 and ($2 = '' or client = $2) group by 1, 2, 3 order by 4 desc limit 200
            """);
        foreach (var value in new object[] { since, client ?? "", kind }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<Usage> usages = [];
        while (await reader.ReadAsync(ct))
            usages.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt32(6), reader.GetInt32(7)));
        return usages;
    }
}

/// <summary>How much a partner uses one route.</summary>
/// <param name="Refused">Answers 400 to 499.</param>
/// <param name="Failed">Answers from 500.</param>
/// <param name="Median">Milliseconds; 50th percentile of the time from request to answer.</param>
/// <param name="P99">Milliseconds; 99th percentile.</param>
public sealed record Usage(string Client, string Version, string Route, long Calls, long Refused, long Failed, int Median, int P99);
