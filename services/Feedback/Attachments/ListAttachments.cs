using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Attachments;

/// <summary>What is attached to a report, with links that anyone can follow who gets them, for some minutes.</summary>
public static class ListAttachments
{
    public sealed record Shown(
        [property: Description("Number of the attachment within its report, from 1.")] int Number,
        [property: Description("Whose it is: the reporter's, or the unit's as evidence of the work.")] AttachedBy By,
        [property: Description("Media type of what the link gives: image/jpeg for every photo, video/mp4 or application/pdf.")] string ContentType,
        [property: Description("Bytes of what the link gives.")] long Size,
        [property: Description("Pixels across; null where it is no photo.")] int? Width,
        [property: Description("Pixels down; null where it is no photo.")] int? Height,
        [property: Description("When it was attached, in UTC.")] DateTimeOffset AddedAt,
        [property: Description("Where it can be fetched until `expiresAt`, without a token: a path at this gateway.")] string Url,
        [property: Description("The same of the thumbnail, a JPEG of at most 320 pixels a side; null where there is none.")] string? ThumbnailUrl,
        [property: Description("Why not everybody sees it; null where nothing hides it.")] string? Hidden,
        [property: Description("When the links end, in UTC; read the list again for new ones.")] DateTimeOffset ExpiresAt);

    public static async Task<Ok<Page<Shown>>> Handle(Guid id, Caller by, ReadModel<ReportRow> reports, ReadModel<ReportFiles> files, ReadModel<DataSubject> subjects, AttachmentLinks links, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } report || !report.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        var known = await files.Find(ReportFiles.IdOf(id), ct);
        var onlyKept = by is Official && await DataSubject.MayNotBeRead(subjects, report.Data.Reporter, ct);
        return TypedResults.Ok(new Page<Shown>(links.AllOf(known?.Data, onlyKept), Next: null));
    }
}
