using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments.Storage;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Attachments.Uploads;

/// <summary>All parts are there: the file is checked and attached as if it had come in one piece.</summary>
public static class CompleteUpload
{
    public static UploadEvent[] Decide(int attachment, Upload upload) => upload.Status is UploadStatus.Open ? [new UploadCompleted(attachment)] : [];

    public static async Task<Created<AddAttachment.Added>> Handle(
        Guid id, Guid upload, Caller by, ReadModel<ReportRow> reports, EventStream<Upload, UploadEvent> uploads, ReadModel<ReportFiles> attached, Attaching attaching, SealedFiles files, AttachmentLinks links, TimeProvider clock, CancellationToken ct)
    {
        var report = (await reports.Find(id, ct))?.Data;
        var known = (await uploads.Load(upload, ct)).State;
        if (known is { Attachment: { } number, Started: { } started } && started.Report == id && started.By == by.Id)
            return Told(id, await Known(attached, id, number, ct), links);
        var role = AddAttachment.Allow(report, by);
        var parts = known.OpenTo(id, by.Id, clock.GetUtcNow()).Missing.ToList() is [] ? known.Files.Values : throw Incomplete(known);
        var added = await attaching.Add(new(id, report!.Reporter, role, report.Unit), await Join(known.Started!, parts, files, ct), ct);
        await uploads.Append(upload, now => Decide(added.Attachment.Number, now), ct);
        await files.Drop(parts);
        return Told(id, added, links);
    }

    private static Refused Incomplete(Upload upload) => new(AttachmentProblems.PartsMissing) { Allowed = [.. upload.Missing.Select(part => $"parts/{part}")] };

    private static async Task<Attaching.Outcome> Known(ReadModel<ReportFiles> attached, Guid report, int number, CancellationToken ct)
    {
        var row = (await attached.Find(ReportFiles.IdOf(report), ct))!;
        return new(row.Data.Numbered(number)!, row.Version, row.Position);
    }

    private static Created<AddAttachment.Added> Told(Guid report, Attaching.Outcome added, AttachmentLinks links) =>
        TypedResults.Created($"/v1/reports/{report}/attachments", new AddAttachment.Added(report, added.Version, added.Position, links.Shown(added.Attachment)));

    private static async Task<byte[]> Join(UploadStarted started, IEnumerable<string> parts, SealedFiles files, CancellationToken ct)
    {
        using var whole = new MemoryStream(started.Size);
        foreach (var part in parts) whole.Write(await files.Read(started.Reporter, part, ct) ?? throw new Refused(AttachmentProblems.Erased));
        return whole.ToArray();
    }
}
