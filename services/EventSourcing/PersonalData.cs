using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Text about a person as it may be stored: only the person's key opens it.</summary>
[JsonConverter(typeof(PersonalData.SealedJson))]
public sealed record Sealed(string Cipher);

/// <summary>
/// Encrypts what is about a person with that person's own key (AES-256-GCM), which is wrapped by a master key outside the
/// database. Erasing the key erases the person from events, views and backups of both; the facts stay.
/// </summary>
public sealed class PersonalData : IDisposable
{
    private static readonly MemoryCacheEntryOptions Briefly = new() { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) };

    private readonly NpgsqlDataSource database;
    private readonly byte[] masterKey;
    private readonly MemoryCache keys = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    internal PersonalData(NpgsqlDataSource database, byte[] masterKey) => (this.database, this.masterKey) = (database, masterKey);

    /// <summary>Encrypts a text about a person; the first one makes the person's key.</summary>
    public async ValueTask<Sealed> Seal(string subject, string text, CancellationToken ct) =>
        new(Convert.ToBase64String(await SealBytes(subject, Encoding.UTF8.GetBytes(text), ct)));

    /// <summary>As <see cref="Seal"/>, for what is kept elsewhere, such as a photo.</summary>
    public async ValueTask<byte[]> SealBytes(string subject, byte[] plain, CancellationToken ct) =>
        Encrypt(await Key(subject, ct) ?? await NewKey(subject, ct), plain, subject);

    /// <summary>The text, or null when there is none or the person was erased since (also when a new key was made after that).</summary>
    public async ValueTask<string?> Open(string subject, Sealed? text, CancellationToken ct) =>
        text is not null && await OpenBytes(subject, Convert.FromBase64String(text.Cipher), ct) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    /// <summary>As <see cref="Open"/>, of what <see cref="SealBytes"/> gave.</summary>
    public async ValueTask<byte[]?> OpenBytes(string subject, byte[] cipher, CancellationToken ct)
    {
        if (await Key(subject, ct) is not { } key) return null;
        try
        {
            return Decrypt(key, cipher, subject);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Destroys the person's key. Other instances forget it within a minute.</summary>
    public async Task Erase(string subject, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from personal_keys where subject = $1");
        command.With(subject);
        await command.ExecuteNonQueryAsync(ct);
        keys.Remove(subject);
    }

    public void Dispose() => keys.Dispose();

    private async ValueTask<byte[]?> Key(string subject, CancellationToken ct)
    {
        if (keys.Get<byte[]>(subject) is { } known) return known;
        await using var command = database.CreateCommand("select wrapped from personal_keys where subject = $1");
        command.With(subject);
        return await command.ExecuteScalarAsync(ct) is byte[] wrapped ? keys.Set(subject, Decrypt(masterKey, wrapped, subject), Briefly) : null;
    }

    private async Task<byte[]> NewKey(string subject, CancellationToken ct)
    {
        // Inserts and reads in one statement: between two, the person could be erased.
        await using var command = database.CreateCommand("insert into personal_keys as p (subject, wrapped) values ($1, $2) on conflict (subject) do update set wrapped = p.wrapped returning wrapped");
        command.With(subject, Encrypt(masterKey, RandomNumberGenerator.GetBytes(32), subject));
        return keys.Set(subject, Decrypt(masterKey, (byte[])(await command.ExecuteScalarAsync(ct))!, subject), Briefly);
    }

    private static byte[] Encrypt(byte[] key, byte[] plain, string subject)
    {
        var result = new byte[12 + plain.Length + 16];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(result.AsSpan(0, 12), plain, result.AsSpan(12, plain.Length), result.AsSpan(12 + plain.Length), Encoding.UTF8.GetBytes(subject));
        return result;
    }

    private static byte[] Decrypt(byte[] key, byte[] cipher, string subject)
    {
        var plain = new byte[cipher.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(cipher.AsSpan(0, 12), cipher.AsSpan(12, plain.Length), cipher.AsSpan(12 + plain.Length), plain, Encoding.UTF8.GetBytes(subject));
        return plain;
    }

    internal sealed class SealedJson : JsonConverter<Sealed>
    {
        public override Sealed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Sealed value, JsonSerializerOptions options) => writer.WriteStringValue(value.Cipher);
    }
}
