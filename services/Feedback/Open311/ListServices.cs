using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Organisations;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Open311;

/// <summary>The categories as services of GeoReport v2.</summary>
public static class ListServices
{
    public static Service Shown(Category category, Catalogue categories) => new(
        category.Code, category.Name(), category.Name(), Metadata: true, "realtime", $"{category.Definition.Vietnamese}, {category.Definition.English}", categories.NameOf(category.Path[0]));

    public static async Task<IResult> Handle(
        Format format, [FromQuery(Name = "jurisdiction_id")] string? jurisdiction, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        await Jurisdiction.Of(jurisdiction, organisations, ct);
        return GeoReport.Answer(format, "services", categories.Value.All.Where(category => category.IsReportable).Select(category => Shown(category, categories.Value)));
    }
}
