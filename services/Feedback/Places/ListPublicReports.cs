using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Places;

/// <summary>What is reported and what became of it, for everybody: newest first.</summary>
public static class ListPublicReports
{
    public static async Task<IResult> Handle(
        [AsParameters] PublicFilter filter, [AsParameters] PageRequest page, ReadModel<ReportRow> reports, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CancellationToken ct)
    {
        var (where, values) = filter.Sql(categories.Value);
        var rows = await reports.List(where, values, page, ct);
        return new PublicAnswer<Page<PublicReport>>(new([.. rows.Items.Select(row => PublicReport.Of(row, categories.Value))], rows.Next));
    }
}
