using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.Feedback.Attachments;

/// <summary>Gives the file behind a signed link, so that no browser can take it for anything but what it is.</summary>
public static class FetchAttachment
{
    public static async Task<FileContentHttpResult> Handle(string token, HttpResponse response, AttachmentLinks links, ReadModel<ReportFiles> reports, SealedFiles files, TimeProvider clock, CancellationToken ct)
    {
        var link = links.Read(token);
        var file = (await reports.Find(ReportFiles.IdOf(link.Report), ct))?.Data.Numbered(link.Number) ?? throw new Refused(Problem.NotFound);
        var name = (link.IsThumbnail ? file.Thumbnail : file.File) ?? throw new Refused(Problem.NotFound);
        var bytes = await files.Read(file.Reporter, name, ct) ?? throw new Refused(AttachmentProblems.Erased);
        Protect(response, file, link, clock.GetUtcNow());
        return TypedResults.Bytes(bytes, link.IsThumbnail ? "image/jpeg" : file.ContentType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }

    private static void Protect(HttpResponse response, AttachmentAdded file, LinkedFile link, DateTimeOffset now)
    {
        var isDocument = file.ContentType == "application/pdf";
        var ending = file.ContentType[(file.ContentType.LastIndexOf('/') + 1)..].Replace("jpeg", "jpg", StringComparison.Ordinal);
        var headers = response.Headers;
        headers.ContentDisposition = $"{(isDocument ? "attachment" : "inline")}; filename=\"attachment-{file.Number}.{ending}\"";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        response.GetTypedHeaders().CacheControl = new() { Private = true, MaxAge = link.ExpiresAt - now };
    }
}
