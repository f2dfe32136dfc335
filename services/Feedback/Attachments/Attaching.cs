using System.Security.Cryptography;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments.Content;
using Ecosystem.Feedback.Attachments.Storage;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Attachments;

/// <summary>To which report, whose key, who attaches, and the unit in charge.</summary>
public sealed record AttachTo(Guid Report, string Reporter, AttachedBy By, string Unit);

/// <summary>What a file goes through, sent in one piece or in parts: known already? clean? stored, then noted; what is not noted is not kept.</summary>
public sealed class Attaching(EventStream<ReportFiles, AttachmentEvent> streams, CleanFiles clean, SealedFiles files, KeyedHash hash, TimeProvider clock)
{
    public sealed record Outcome(AttachmentAdded Attachment, long Version, long Position);

    public async Task<Outcome> Add(AttachTo to, byte[] sent, CancellationToken ct)
    {
        var digest = Convert.ToHexStringLower(hash.Of($"attachments of {to.Report} by {to.By}", SHA256.HashData(sent)));
        var stream = ReportFiles.IdOf(to.Report);
        var known = await streams.Load(stream, ct);
        if (known.State.Find(digest) is { } same) return new(same, known.Version, known.Position);
        if (known.State.Files.Count(one => one.By == to.By) >= AddAttachment.Most) throw new Refused(AttachmentProblems.TooMany);    // before the work; decided again below
        var file = await clean.Clean(sent, ct);
        return await Note(stream, to, file, digest, ct);
    }

    private async Task<Outcome> Note(Guid stream, AttachTo to, CleanFile file, string digest, CancellationToken ct)
    {
        string? stored = null, thumbnail = null;
        var isNoted = false;
        try
        {
            stored = await files.Keep(to.Reporter, file.Bytes, ct);
            thumbnail = file.Thumbnail is null ? null : await files.Keep(to.Reporter, file.Thumbnail, ct);
            var candidate = new AttachmentAdded(
                to.Report, to.Reporter, 0, to.By, file.ContentType, file.Bytes.Length, stored, thumbnail, file.Width, file.Height, digest, clock.GetUtcNow(), to.By == AttachedBy.Unit ? to.Unit : null);
            var done = await streams.Append(stream, known => AddAttachment.Decide(candidate, known), ct);
            var noted = done.State.Find(digest)!;
            isNoted = noted.File == stored;
            return new(noted, done.Version, done.Position);
        }
        finally
        {
            if (!isNoted) await files.Undo([stored, thumbnail]);
        }
    }
}
