using System.Security.Cryptography;
using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <summary>The signed chain in the database: all gateways append to one, in turns, so nothing can be taken out of it unseen.</summary>
internal sealed class CallBatches(NpgsqlDataSource database, LogKey key, CallPartitions partitions, TimeProvider clock)
{
    private const string Calls = "copy calls (id, at, batch, place, kind, client, method, route, service, status, milliseconds, trace, entry, rule) from stdin (format binary)";

    /// <summary>All of them or none; once, however often they are given: a commit whose acknowledgement was lost has happened.</summary>
    public async Task Append(IReadOnlyList<Call> calls, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock(7239847004)", connection)) await turn.ExecuteNonQueryAsync(ct);
        await partitions.Ensure(calls.Select(call => call.At), ct);
        if (await Has(connection, calls[0], ct)) return;
        var (number, previous) = await Last(connection, ct);
        var signer = await key.Get(ct);
        string[] entries = [.. calls.Select(call => call.Text())];
        byte[] leaves = [.. entries.SelectMany(Call.Hash)];
        var head = Proof.HeadOf(previous, leaves);
        await Insert(connection, number + 1, calls, entries, ct);
        await Insert(connection, number + 1, previous, leaves, head, signer, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<bool> Has(NpgsqlConnection connection, Call call, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select exists (select from calls where id = $1 and at = $2)", connection) { Parameters = { new() { Value = call.Id }, new() { Value = call.At } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<(long Number, byte[] Head)> Last(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select number, head from call_batches order by number desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, new byte[SHA256.HashSizeInBytes]);
    }

    private static async Task Insert(NpgsqlConnection connection, long number, IReadOnlyList<Call> calls, string[] entries, CancellationToken ct)
    {
        await using var rows = await connection.BeginBinaryImportAsync(Calls, ct);
        for (var i = 0; i < calls.Count; i++)
        {
            var call = calls[i];
            await rows.WriteRowAsync(ct, call.Id, call.At, number, i + 1, call.Kind, call.Client, call.Method, call.Route, call.Service, call.Status, call.Milliseconds, call.TraceId, entries[i], call.Rule);
        }
        await rows.CompleteAsync(ct);
    }

    private async Task Insert(NpgsqlConnection connection, long number, byte[] previous, byte[] leaves, byte[] head, Signer signer, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("insert into call_batches (number, at, previous, leaves, head, signature, key_id) values ($1, $2, $3, $4, $5, $6, $7)", connection);
        foreach (var value in new object[] { number, clock.GetUtcNow(), previous, leaves, head, signer.Sign(head), signer.Id }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
