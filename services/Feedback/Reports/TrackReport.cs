using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>Anyone who has the code sees how far a report is, and nothing about a person.</summary>
public static class TrackReport
{
    public sealed record Shown(string Code, ReportStatus Status, string Category, string CategoryName, string Commune, DateTimeOffset SubmittedAt, DateTimeOffset? AnsweredAt);

    public static async Task<Ok<Shown>> Handle(string code, ReadModel<ReportRow> reports, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CancellationToken ct)
    {
        var known = TrackingCode.Read(code) ?? throw new Refused(FeedbackProblems.WrongTrackingCode);
        var report = (await reports.First("data->>'code' = $1", [known], ct))?.Data ?? throw new Refused(Problem.NotFound);
        return TypedResults.Ok(new Shown(report.Code, report.Status, report.Category, categories.Value.NameOf(report.Category), report.Commune, report.SubmittedAt, report.AnsweredAt));
    }
}
