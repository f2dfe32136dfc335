using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ecosystem.Gateway.CallLog.Stamps;

namespace Ecosystem.Gateway.CallLog.Archive;

/// <summary>One line of an archive file: a signed head with its calls, all that deploy/verify-archive.mjs needs; bytes in base64.</summary>
/// <param name="Previous">Head of the batch before, which is the line before or the last of the file before.</param>
/// <param name="Entries">The calls in their places as they were logged; null for one that the database had lost.</param>
/// <param name="Leaves">SHA-256 of each entry, one after the other.</param>
/// <param name="Stamp">With the last head under a time stamp.</param>
public sealed record ArchivedBatch(long Number, byte[] Previous, IReadOnlyList<string?> Entries, byte[] Leaves, byte[] Head, byte[] Signature, string PublicKey, Stamp? Stamp)
{
    private static readonly ArchiveJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>When it was written, for the file's name; the calls have their own times, and only those are proved.</summary>
    [JsonIgnore]
    public DateTimeOffset At { get; init; }

    public byte[] Line() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json.ArchivedBatch), (byte)'\n'];
}

[JsonSerializable(typeof(ArchivedBatch))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
