using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Open311;

/// <summary>The categories as services of GeoReport v2.</summary>
public static class ListServices
{
    public static Service Shown(Category category) =>
        new(category.Code, category.Name(), category.Name(), Metadata: true, "realtime", $"{category.Vietnamese}, {category.English}", category.Unit);

    public static async Task<IResult> Handle(Format format, [FromQuery(Name = "jurisdiction_id")] string? jurisdiction, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        await Jurisdiction.Of(jurisdiction, organisations, ct);
        return GeoReport.Answer(format, "services", Category.All.Select(Shown));
    }
}
