using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

/// <summary>What everybody may know of a report: no words and nobody's name.</summary>
/// <param name="Spot">Where it is; null where no position was given.</param>
public sealed record PublicReport(
    Guid Id, string Code, ReportStatus Status, string Category, string CategoryName, string Commune, string Unit, Severity Severity, Spot? Spot,
    DateTimeOffset SubmittedAt, DateTimeOffset? AnsweredAt)
{
    public const string IsOpen = "data->>'status' in ('Submitted', 'Assigned', 'Accepted', 'InProgress', 'Waiting')";

    public const string HasSpot = "data->'spot'->>'longitude' is not null";

    public static PublicReport Of(Row<ReportRow> row, Catalogue categories)
    {
        var report = row.Data;
        return new(
            row.Id, report.Code, report.Status, report.Category, categories.NameOf(report.Category), report.Commune, report.Unit, report.Severity, report.Spot,
            report.SubmittedAt, report.AnsweredAt);
    }
}
