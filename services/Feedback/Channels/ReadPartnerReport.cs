using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels;

/// <summary>A partner asks, under its own number, how far its report is.</summary>
public static class ReadPartnerReport
{
    public sealed record Shown(Guid Id, long Version, long Position, string Code, ReportStatus Status, string Unit, DateTimeOffset SubmittedAt, DateTimeOffset? AnsweredAt, string? Answer) : IPositioned;

    public static async Task<Ok<Shown>> Handle(
        [Description("The partner's own number of the report.")] string reference, SystemClient by, ReadModel<ReportRow> reports, ReadModel<DataSubject> subjects, PersonalData personal, CancellationToken ct)
    {
        var row = await reports.Find(TakePartnerReport.IdOf(by.Id, reference), ct) ?? throw new Refused(Problem.NotFound);
        var report = row.Data;
        var answer = await DataSubject.MayNotBeRead(subjects, report.Reporter, ct) ? null : await personal.Open(report.Reporter, report.Answer, ct);
        return TypedResults.Ok(new Shown(row.Id, row.Version, row.Position, report.Code, report.Status, report.Unit, report.SubmittedAt, report.AnsweredAt, answer));
    }
}
