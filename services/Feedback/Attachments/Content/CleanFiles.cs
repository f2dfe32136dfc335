using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments.Content;

/// <summary>A file as it may be kept and shown.</summary>
public sealed record CleanFile(string ContentType, byte[] Bytes, byte[]? Thumbnail = null, int? Width = null, int? Height = null);

/// <summary>Makes of what somebody sent something that cannot harm whoever opens it and tells nothing of where the sender lives.</summary>
public sealed class CleanFiles(ImageTool images)
{
    /// <exception cref="Refused">It is of no allowed type, damaged, too large in pixels, or holds something else.</exception>
    public async Task<CleanFile> Clean(byte[] sent, CancellationToken ct)
    {
        if (sent.Length == 0) throw new Refused(AttachmentProblems.Empty);
        if (sent.Length > AddAttachment.MostBytes) throw new Refused(AttachmentProblems.TooLarge);
        return FileTypes.Of(sent) switch
        {
            null => throw new Refused(AttachmentProblems.WrongType),
            FileType.Pdf => new("application/pdf", Pdf.Checked(sent)),
            FileType.Mp4 => new("video/mp4", Mp4.WithoutMetadata(sent)),
            _ => await Photo(sent, ct),
        };
    }

    /// <summary>Drawn anew, so that nothing but its pixels is left of it.</summary>
    private async Task<CleanFile> Photo(byte[] sent, CancellationToken ct)
    {
        var photo = await images.Redraw(sent, ct);
        var size = await images.Measure(photo, ct);
        return new("image/jpeg", photo, await images.Thumbnail(photo, ct), size.Width, size.Height);
    }
}
