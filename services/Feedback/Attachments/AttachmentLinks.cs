using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Attachments;

/// <summary>What a link leads to.</summary>
public sealed record LinkedFile(Guid Report, int Number, bool IsThumbnail, DateTimeOffset ExpiresAt);

/// <summary>
/// Links that carry their own permission, so that an image can be shown where no token can be sent along: report, number, what of it, end,
/// and a keyed hash of all these. Whoever has one can look until it ends, and at nothing else.
/// </summary>
public sealed class AttachmentLinks(KeyedHash hash, TimeProvider clock)
{
    private const int Said = 16 + 4 + 1 + 8, Signed = Said + 32;
    private const string Purpose = "attachment links";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <param name="hidden">Why not everybody sees it; null where nothing hides it.</param>
    public ListAttachments.Shown Shown(AttachmentAdded file, string? hidden = null)
    {
        var end = clock.GetUtcNow() + Life;
        string Url(bool isThumbnail) => $"/v1/attachments/{Write(new(file.Report, file.Number, isThumbnail, end))}";
        return new(file.Number, file.By, file.ContentType, file.Size, file.Width, file.Height, file.At, Url(false), file.Thumbnail is null ? null : Url(true), hidden, end);
    }

    /// <param name="files">Null: nothing was attached yet.</param>
    /// <param name="onlyKept">What the reporter sent is only kept and not shown: the unit's own alone.</param>
    public IReadOnlyList<ListAttachments.Shown> AllOf(ReportFiles? files, bool onlyKept) => [.. (files?.Files ?? []).Where(file => !onlyKept || file.By is AttachedBy.Unit).Select(file => Shown(file, files!.Hidden.GetValueOrDefault(file.Number)))];

    public string Write(LinkedFile file)
    {
        var token = new byte[Signed];
        file.Report.TryWriteBytes(token, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(16), file.Number);
        token[20] = file.IsThumbnail ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(21), file.ExpiresAt.ToUnixTimeMilliseconds());
        hash.Of(Purpose, token.AsSpan(0, Said)).CopyTo(token, Said);
        return Base64Url.EncodeToString(token);
    }

    /// <exception cref="Refused">It was never given out, or has ended.</exception>
    public LinkedFile Read(string written)
    {
        var token = new byte[Signed];
        if (written.Length != Base64Url.GetEncodedLength(Signed) || !Base64Url.IsValid(written) || !Base64Url.TryDecodeFromChars(written, token, out var length) || length != Signed
            || !CryptographicOperations.FixedTimeEquals(hash.Of(Purpose, token.AsSpan(0, Said)), token.AsSpan(Said)))
            throw new Refused(Problem.NotFound);
        var end = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(token.AsSpan(21)));
        if (end <= clock.GetUtcNow()) throw new Refused(AttachmentProblems.LinkExpired);
        return new(new Guid(token.AsSpan(0, 16), bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(token.AsSpan(16)), token[20] == 1, end);
    }
}
