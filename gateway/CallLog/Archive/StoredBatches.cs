using System.Runtime.CompilerServices;
using Ecosystem.Gateway.CallLog.Stamps;
using Npgsql;

namespace Ecosystem.Gateway.CallLog.Archive;

/// <summary>Reads the chain with its calls, a little at a time: no lock is held between, and no more is in memory.</summary>
internal sealed class StoredBatches(NpgsqlDataSource database, CallStamps stamps)
{
    private const int Some = 20;

    private const string Sql = """
        select number, at, previous, leaves, head, signature, public_key,
               array(select entry from generate_series(1, length(leaves) / 32) as p left join calls on batch = number and place = p order by p),
               exists (select from call_stamps where last = number)
        from (select * from call_batches where number between $1 and $2 order by number limit $3) b join call_log_keys k on k.id = key_id
        order by number
        """;

    public async IAsyncEnumerable<ArchivedBatch> Between(long first, long last, [EnumeratorCancellation] CancellationToken ct = default)
    {
        while (await Read(first, last, ct) is { Count: > 0 } read)
        {
            foreach (var (batch, isStamped) in read) yield return isStamped ? batch with { Stamp = await stamps.Of(batch.Number, ct) } : batch;
            first = read[^1].Batch.Number + 1;
        }
    }

    private async Task<List<(ArchivedBatch Batch, bool IsStamped)>> Read(long first, long last, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        foreach (var value in new object[] { first, last, Some }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<(ArchivedBatch, bool)> batches = [];
        while (await reader.ReadAsync(ct))
        {
            byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
            var entries = reader.GetFieldValue<string?[]>(7);
            batches.Add((new(reader.GetInt64(0), Bytes(2), entries, Bytes(3), Bytes(4), Bytes(5), reader.GetString(6), Stamp: null) { At = reader.GetFieldValue<DateTimeOffset>(1) }, reader.GetBoolean(8)));
        }

        return batches;
    }
}
