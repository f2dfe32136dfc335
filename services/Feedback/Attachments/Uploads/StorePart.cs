using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments.Storage;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Attachments.Uploads;

/// <summary>One part arrives; sent again, it takes the place of what came before.</summary>
public static class StorePart
{
    public static UploadEvent[] Decide(UploadPartStored part, Guid report, Upload upload, string by, DateTimeOffset now) =>
        upload.OpenTo(report, by, now).Files.GetValueOrDefault(part.Number) == part.File ? [] : [part];

    /// <param name="number">Number of the part, from 1.</param>
    /// <param name="body">The part's bytes as they are.</param>
    public static async Task<Ok<Written>> Handle(
        Guid id, Guid upload, [Description("Number of the part, from 1.")] int number, Stream body, HttpRequest request, Caller by, EventStream<Upload, UploadEvent> uploads, SealedFiles files, TimeProvider clock, CancellationToken ct)
    {
        var known = (await uploads.Load(upload, ct)).State.OpenTo(id, by.Id, clock.GetUtcNow());
        if (number < 1 || number > known.Started!.Parts) throw new Refused(Problem.NotFound);
        var length = known.LengthOf(number);
        if (request.ContentLength is { } told && told != length) throw new Refused(AttachmentProblems.WrongPartSize);    // before any of it is read
        var file = await files.Keep(known.Started.Reporter, await Read(body, length, ct), ct);
        var isNoted = false;
        try
        {
            var done = await uploads.Append(upload, now => Decide(new(number, file), id, now, by.Id, clock.GetUtcNow()), ct);
            isNoted = true;
            await files.Drop([known.Files.GetValueOrDefault(number)]);
            return TypedResults.Ok(done.Written);
        }
        finally
        {
            if (!isNoted) await files.Drop([file]);
        }
    }

    private static async Task<byte[]> Read(Stream body, int length, CancellationToken ct)
    {
        var part = new byte[length];
        var read = await body.ReadAtLeastAsync(part, length, throwOnEndOfStream: false, ct);
        return read == length && await body.ReadAsync(new byte[1], ct) == 0 ? part : throw new Refused(AttachmentProblems.WrongPartSize);
    }
}
