using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Attachments.Uploads;

/// <summary>After a break, the phone asks what need not be sent again.</summary>
public static class ReadUpload
{
    public sealed record Shown(
        Guid Id, long Version, long Position,
        [property: Description("State of the upload: open, completed or cleared.")] UploadStatus Status,
        [property: Description("Bytes of the whole file.")] int Size,
        [property: Description("Bytes of each part but the last, which has the rest.")] int PartSize,
        [property: Description("Numbers of the parts that have arrived.")] int[] Arrived,
        [property: Description("Numbers of the parts that have not.")] int[] Missing,
        [property: Description("Number of the attachment that it became; null before.")] int? Attachment,
        [property: Description("Until when parts are taken, in UTC.")] DateTimeOffset ExpiresAt) : IPositioned;

    public static async Task<Ok<Shown>> Handle(Guid id, Guid upload, Caller by, EventStream<Upload, UploadEvent> uploads, CancellationToken ct)
    {
        var loaded = await uploads.Load(upload, ct);
        var known = loaded.State;
        if (known.Started?.Report != id || known.Started.By != by.Id) throw new Refused(Problem.NotFound);
        return TypedResults.Ok(new Shown(
            upload, loaded.Version, loaded.Position, known.Status, known.Started.Size, known.PartSize, [.. known.Files.Keys], [.. known.Missing], known.Attachment, known.Started.At + Upload.Life));
    }
}
