using System.Security.Cryptography;
using Ecosystem.EventSourcing;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Ecosystem.Gateway.Tokens;

/// <summary>Keeps the private keys as personal data are kept: each sealed with a key of its own, which the master key wraps.</summary>
public sealed class KeyStore(NpgsqlDataSource database, PersonalData vault)
{
    /// <summary>All keys; makes one when it is time, and destroys those that are over, once over all instances.</summary>
    public async Task<KeyRing> Turn(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, "select pg_advisory_xact_lock(7239847003)", [], ct);
        var ring = await Read(connection, ct);
        if (ring.NeedsNew(now)) ring = new([await Add(connection, now, ct), .. ring.NewestFirst]);
        var over = ring.Over(now).ToList();
        foreach (var key in over) await Execute(connection, "delete from signing_keys where kid = $1", [key.Kid], ct);
        await Execute(connection, "delete from used_assertions where expires < $1", [now], ct);
        await transaction.CommitAsync(ct);
        foreach (var key in over) await vault.Erase(Subject(key.Kid), ct);
        return new([.. ring.NewestFirst.Except(over)]);
    }

    private async Task<KeyRing> Read(NpgsqlConnection connection, CancellationToken ct)
    {
        List<(string Kid, DateTimeOffset Created, string Sealed)> rows = [];
        await using (var command = new NpgsqlCommand("select kid, created, sealed from signing_keys order by created desc", connection))
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2)));
        List<SigningKey> keys = [];
        foreach (var (kid, created, cipher) in rows)
            if (await vault.Open(Subject(kid), new(cipher), ct) is { } text) keys.Add(new(Key(kid, Convert.FromBase64String(text)), created));
        return new([.. keys]);
    }

    private async Task<SigningKey> Add(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var kid = Base64UrlEncoder.Encode(SHA256.HashData(fresh.ExportSubjectPublicKeyInfo()).AsSpan(0, 12).ToArray());
        var secret = fresh.ExportPkcs8PrivateKey();
        var cipher = await vault.Seal(Subject(kid), Convert.ToBase64String(secret), ct);
        await Execute(connection, "insert into signing_keys (kid, created, sealed) values ($1, $2, $3)", [kid, now, cipher.Cipher], ct);
        return new(Key(kid, secret), now);
    }

    private static ECDsaSecurityKey Key(string kid, byte[] secret)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret, out _);
        return new(key) { KeyId = kid };
    }

    private static string Subject(string kid) => $"signing key {kid}";

    private static async Task Execute(NpgsqlConnection connection, string sql, object[] values, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
