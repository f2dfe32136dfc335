using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Attachments.Uploads;

/// <summary>A phone on a bad line sends a video in parts: what has arrived need not be sent again.</summary>
public static class StartUpload
{
    private const int MostOpen = 5;

    public sealed record Command(
        [property: Range(1, AddAttachment.MostBytes)][property: Description("Bytes of the whole file, at most 10,485,760.")] int Size,
        [property: Range(1, 64)][property: Description("In how many parts it comes, 1 to 64.")] int Parts) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if ((long)(Parts - 1) * Upload.PartSizeOf(Size, Parts) >= Size)
                yield return new(Language.Say("There are more parts than the file can fill.", "Số phần nhiều hơn dung lượng tệp."), [nameof(Parts)]);
        }
    }

    public sealed record Receipt(
        Guid Id, long Version, long Position,
        [property: Description("Bytes of each part but the last, which has the rest.")] int PartSize,
        [property: Description("Until when parts are taken, in UTC.")] DateTimeOffset ExpiresAt) : IPositioned;

    public static UploadEvent[] Decide(UploadStarted started, Upload upload) =>
        upload.Status is UploadStatus.Absent ? [started] : throw new Refused(AttachmentProblems.UploadEnded);

    public static async Task<Created<Receipt>> Handle(
        Guid id, Command command, Caller by, ReadModel<ReportRow> reports, ReadModel<UploadRow> open, EventStream<Upload, UploadEvent> uploads, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var report = (await reports.Find(id, ct))?.Data;
        AddAttachment.Allow(report, by);
        var upload = cause.NewId();
        var others = await open.Query($"where data->>'report' = $1 and data->>'status' = 'Open' and id <> $2 limit {MostOpen}", [id.ToString(), upload], ct);
        if (others.Count == MostOpen) throw new Refused(AttachmentProblems.TooManyUploads);
        var started = new UploadStarted(id, report!.Reporter, by.Id, command.Size, command.Parts, clock.GetUtcNow());
        var done = await uploads.Create(upload, known => Decide(started, known), ct);
        return TypedResults.Created($"/v1/reports/{id}/attachments/uploads/{upload}", new Receipt(upload, done.Version, done.Position, done.State.PartSize, done.State.Started!.At + Upload.Life));
    }
}
