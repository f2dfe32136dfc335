using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>The coordinating unit hides one photo from everybody, or shows it again; staff and its owner see it in any case.</summary>
public static class ModerateAttachment
{
    public static AttachmentEvent[] Decide(int number, ModerateReport.Command command, ReportFiles files, Official by, DateTimeOffset now)
    {
        CoordinatingUnit.Require(by);
        if (files.Numbered(number) is null) throw new Refused(Problem.NotFound);
        var isHidden = files.Hidden.ContainsKey(number);
        if (command.Hides()) return isHidden && files.Hidden[number] == command.Reason!.Trim() ? [] : [new AttachmentHidden(number, command.Reason!.Trim(), by.Organisation, now)];
        return isHidden ? [new AttachmentShown(number, by.Organisation, now)] : [];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, [Description("Number of the attachment within its report, from 1.")] int number, ModerateReport.Command command, Official by,
        ReadModel<ReportRow> reports, EventStream<ReportFiles, AttachmentEvent> files, TimeProvider clock, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } report) throw new Refused(Problem.NotFound);
        CoordinatingUnit.Require(by, report.Data.Province, report.Data.Category);
        return TypedResults.Ok((await files.Append(ReportFiles.IdOf(id), known => Decide(number, command, known, by, clock.GetUtcNow()), ct)).Written);
    }
}
