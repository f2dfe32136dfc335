using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.EventSourcing;

/// <summary>Who asks, and why: one a request or message, stored in the headers of every event that follows from it.</summary>
public sealed class Cause
{
    /// <summary>The caller's identifier; a service's own name where a message is the cause.</summary>
    public string By { get; set; } = "anonymous";

    /// <summary>The kind of thing addressed, e.g. the request's path: one key may serve two different endpoints.</summary>
    public string Target { get; set; } = "";

    /// <summary>The caller's Idempotency-Key, or null.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>A hash of the whole request, to tell a repeat from another request under the same key.</summary>
    public string? RequestHash { get; set; }

    /// <summary>The version of If-Match, or null.</summary>
    public long? ExpectedVersion { get; set; }

    /// <summary>The message that caused this, or null.</summary>
    public Guid? MessageId { get; set; }

    /// <summary>Whether the answer is that of an earlier request under the same key.</summary>
    public bool IsReplayed { get; internal set; }

    /// <summary>An id for something new: the same for a repeated request (UUIDv5 of caller, target and key), fresh (UUIDv7) without a key.</summary>
    public Guid NewId() => IdempotencyKey is null ? Guid.CreateVersion7() : NamedId.Of($"{By}\n{Target}\n{IdempotencyKey}");

    /// <summary>The key as stored, in the headers of each event as "key": two callers may use the same one.</summary>
    public string? StoredKey => storedKey ??= IdempotencyKey is null ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{By}\n{IdempotencyKey}")).AsSpan(0, 16));

    private string? storedKey;
}
