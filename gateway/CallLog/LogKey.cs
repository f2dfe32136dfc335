using System.Security.Cryptography;
using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <param name="Id">Beginning of the public key's SHA-256, hexadecimal.</param>
internal sealed record Signer(string Id, ECDsa Key)
{
    /// <summary>ECDSA on P-256 with SHA-256, r and s one after the other.</summary>
    public byte[] Sign(byte[] head) => Key.SignData(head, HashAlgorithmName.SHA256);
}

/// <summary>The key that signs the log: made once for all gateways, its private half sealed under the master key.</summary>
internal sealed class LogKey(NpgsqlDataSource database, MasterKey master)
{
    private readonly byte[] wrapping = master.Derive("call log key");
    private Signer? signer;

    /// <summary>To be called within the log's lock, so that only one gateway makes it.</summary>
    public async Task<Signer> Get(CancellationToken ct) => signer ??= await Read(ct) ?? await Make(ct);

    private async Task<Signer?> Read(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id, private_key from call_log_keys order by created desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Open(reader.GetFieldValue<byte[]>(1)), out _);
        return new(reader.GetString(0), key);
    }

    private async Task<Signer> Make(CancellationToken ct)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
        await using var command = database.CreateCommand("insert into call_log_keys (id, public_key, private_key) values ($1, $2, $3)");
        foreach (var value in new object[] { id, key.ExportSubjectPublicKeyInfoPem(), Seal(key.ExportPkcs8PrivateKey()) }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
        return new(id, key);
    }

    private byte[] Seal(byte[] plain)
    {
        using var aes = new AesGcm(wrapping, AesGcm.TagByteSizes.MaxSize);
        var (nonce, cipher, tag) = (RandomNumberGenerator.GetBytes(12), new byte[plain.Length], new byte[16]);
        aes.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. tag, .. cipher];
    }

    private byte[] Open(byte[] stored)
    {
        using var aes = new AesGcm(wrapping, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[stored.Length - 28];
        aes.Decrypt(stored.AsSpan(0, 12), stored.AsSpan(28), stored.AsSpan(12, 16), plain);
        return plain;
    }
}
