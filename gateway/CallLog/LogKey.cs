using System.Security.Cryptography;
using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <param name="Id">Beginning of the public key's SHA-256, hexadecimal.</param>
internal sealed record Signer(string Id, ECDsa Key)
{
    /// <summary>ECDSA on P-256 with SHA-256, r and s one after the other.</summary>
    public byte[] Sign(byte[] head) => Key.SignData(head, HashAlgorithmName.SHA256);
}

/// <summary>The key that signs the log: made once for all gateways, its private half sealed as personal data are.</summary>
internal sealed class LogKey(NpgsqlDataSource database, PersonalData vault)
{
    private Signer? signer;

    /// <summary>To be called within the log's lock, so that only one gateway makes it.</summary>
    public async Task<Signer> Get(CancellationToken ct) => signer ??= await Read(ct) ?? await Make(ct);

    private async Task<Signer?> Read(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id, private_key from call_log_keys order by created desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var (id, cipher) = (reader.GetString(0), Convert.ToBase64String(reader.GetFieldValue<byte[]>(1)));
        var secret = await vault.Open(Subject(id), new(cipher), ct) ?? throw new InvalidOperationException($"The key {id} of the call log cannot be opened.");
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(secret), out _);
        return new(id, key);
    }

    private async Task<Signer> Make(CancellationToken ct)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
        var secret = await vault.Seal(Subject(id), Convert.ToBase64String(key.ExportPkcs8PrivateKey()), ct);
        await using var command = database.CreateCommand("insert into call_log_keys (id, public_key, private_key) values ($1, $2, $3)");
        foreach (var value in new object[] { id, key.ExportSubjectPublicKeyInfoPem(), Convert.FromBase64String(secret.Cipher) }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
        return new(id, key);
    }

    private static string Subject(string id) => $"call log key {id}";
}
