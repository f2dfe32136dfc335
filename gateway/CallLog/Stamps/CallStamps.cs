using Ecosystem.ServiceDefaults;
using Npgsql;

namespace Ecosystem.Gateway.CallLog.Stamps;

/// <summary>Has the chain's heads time-stamped by an outside authority: one token for all heads that are new, and for each of them a short path to it.</summary>
internal sealed class CallStamps(NpgsqlDataSource database, TimeStampAuthority authority, TimeProvider clock) : ICallLogWork
{
    /// <summary>Heads under one token, also when the authority was away for long: a path has at most 16 hashes.</summary>
    private const int Most = 65_536;

    public static string Name => "time stamps";

    public TimeSpan? Every => authority.IsSetUp ? authority.Every : null;

    /// <summary>Gets one token for all heads that are new.</summary>
    public async Task<bool> Next(NpgsqlConnection turn, CancellationToken ct)
    {
        await using var due = new NpgsqlCommand("select number from call_batches where at < $1 and number = coalesce((select max(last) + 1 from call_stamps), 1)", turn);
        due.Parameters.Add(new() { Value = clock.GetUtcNow() - authority.Every });
        if (await due.ExecuteScalarAsync(ct) is not long first) return false;
        var heads = await Heads(first, long.MaxValue, ct);
        var token = await authority.Stamp(MerkleTree.Root(heads), ct);
        await using var insert = new NpgsqlCommand("insert into call_stamps (first, last, token) values ($1, $2, $3)", turn);
        foreach (var value in new object[] { first, first + heads.Length - 1, token }) insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync(ct);
        return true;
    }

    /// <summary>The stamp over a batch's head; null where there is none yet.</summary>
    public async Task<Stamp?> Of(long batch, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select first, last, token from call_stamps where last >= $1 and first <= $1 order by last limit 1");
        command.Parameters.Add(new() { Value = batch });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var (first, last, token) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        var (index, heads) = ((int)(batch - first), await Heads(first, last, ct));
        return new(token, index, heads.Length, MerkleTree.Path(index, heads));
    }

    private async Task<byte[][]> Heads(long first, long last, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select head from call_batches where number between $1 and $2 order by number limit $3");
        foreach (var value in new object[] { first, last, Most }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<byte[]> heads = [];
        while (await reader.ReadAsync(ct)) heads.Add(reader.GetFieldValue<byte[]>(0));
        return [.. heads];
    }
}
