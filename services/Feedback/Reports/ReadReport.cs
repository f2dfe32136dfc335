using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A report in full, for its reporter, the unit in charge and those above it.</summary>
public static class ReadReport
{
    /// <param name="Text">This, the place, the contact, the answer and the comment are null once the reporter has had the personal data erased.</param>
    public sealed record Shown(
        Guid Id, long Version, long Position, string Code, ReportStatus Status, string Category, string Commune, string Unit,
        string? Text, Place? Place, Contact? Contact, string? Answer, int? Rating, string? Comment,
        DateTimeOffset SubmittedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? RatedAt) : IPositioned;

    /// <param name="asOf">Shows the report as it stood at that time.</param>
    public static async Task<Ok<Shown>> Handle(
        Guid id, Caller by, [SensibleTime] DateTimeOffset? asOf, EventStream<Report, ReportEvent> reports, PersonalData personal, ILogger<PersonalData> audit, CancellationToken ct)
    {
        var now = await reports.View<ReportRow>(id, ct);
        if (now is null || !now.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        var row = asOf is null ? now : await reports.View<ReportRow>(id, ct, asOf) ?? throw new Refused(Problem.NotFound);
        if (by is Official) audit.LogInformation("personal data read: {Caller} read {Report}", by.Id, id);
        return TypedResults.Ok(await Open(row, personal, ct));
    }

    private static async Task<Shown> Open(Row<ReportRow> row, PersonalData personal, CancellationToken ct)
    {
        var report = row.Data;
        var statement = Statement.Read(await personal.Open(report.Reporter, report.Statement, ct));
        var answer = await personal.Open(report.Reporter, report.Answer, ct);
        var comment = await personal.Open(report.Reporter, report.Comment, ct);
        return new(
            row.Id, row.Version, row.Position, report.Code, report.Status, report.Category, report.Commune, report.Unit,
            statement?.Text, statement?.Place, statement?.Contact, answer, report.Rating, comment,
            report.SubmittedAt, report.AcceptedAt, report.AnsweredAt, report.RatedAt);
    }
}
