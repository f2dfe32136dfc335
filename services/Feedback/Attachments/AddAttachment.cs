using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Attachments;

/// <summary>The reporter shows what is wrong; the unit in charge shows that the work is done.</summary>
public static class AddAttachment
{
    /// <summary>Of the reporter, and once more of the unit.</summary>
    public const int Most = 5;

    /// <summary>10 MiB, in bytes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>A file with the form around it, in bytes.</summary>
    public const int MostInRequest = MostBytes + 64 * 1024;

    /// <param name="Attachment">What was attached; where the same file was attached before, that one.</param>
    public sealed record Added(Guid Id, long Version, long Position, ListAttachments.Shown Attachment) : IPositioned;

    /// <summary>Who may attach to a report: the reporter until it is closed, and as long the unit in charge.</summary>
    public static AttachedBy Allow(ReportRow? report, Caller by)
    {
        AttachedBy? role = report is null ? null : by switch
        {
            Citizen => by.Id == report.Reporter ? AttachedBy.Reporter : null,
            Official official => official.Scopes.Contains("feedback.handle") && CoordinatingUnit.ActsFor(official, report.Unit, report.Province, report.Category) ? AttachedBy.Unit : null,
            _ => null,
        };
        if (role is null) throw new Refused(Problem.NotFound);
        return IsAllowed(report!.Status) ? role.Value : throw new Refused(AttachmentProblems.Closed);
    }

    /// <summary>Whether something can be attached to a report in this state.</summary>
    public static bool IsAllowed(ReportStatus status) => status is not (ReportStatus.Rated or ReportStatus.Closed or ReportStatus.Rejected or ReportStatus.Duplicate or ReportStatus.Forwarded);

    public static AttachmentEvent[] Decide(AttachmentAdded file, ReportFiles known)
    {
        if (known.Find(file.Digest) is not null) return [];    // the phone lost the reply and sent it again
        if (known.Files.Count(one => one.By == file.By) >= Most) throw new Refused(AttachmentProblems.TooMany);
        if (file is { By: AttachedBy.Unit, Width: null }) throw new Refused(AttachmentProblems.PhotosOnly);
        return [file with { Number = known.Files.Count + 1 }];
    }

    public static async Task<Created<Added>> Handle(
        Guid id, [FromForm] IFormFile file, HttpRequest request, Caller by, ReadModel<ReportRow> reports, Attaching attaching, AttachmentLinks links, CancellationToken ct)
    {
        var report = (await reports.Find(id, ct))?.Data;
        var role = Allow(report, by);
        if (request.Form.Files.Count != 1) throw new Refused(AttachmentProblems.OneFile);
        if (file.Length > MostBytes) throw new Refused(AttachmentProblems.TooLarge);
        var sent = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(sent, ct);
        var added = await attaching.Add(new(id, report!.Reporter, role, report.Unit), sent, ct);
        return TypedResults.Created($"/v1/reports/{id}/attachments", new Added(id, added.Version, added.Position, links.Shown(added.Attachment)));
    }
}
