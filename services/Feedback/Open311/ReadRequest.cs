using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Open311;

/// <summary>One report as outsiders see it.</summary>
public static class ReadRequest
{
    public static async Task<IResult> Handle(
        Format format, string id, [FromQuery(Name = "jurisdiction_id")] string? jurisdiction, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        await Jurisdiction.Of(jurisdiction, organisations, ct);
        var found = await ListRequests.Named([id], categories.Value, reports, ct);
        return found.Count == 0 ? throw new Refused(Problem.NotFound) : GeoReport.Answer(format, "service_requests", await ListRequests.Shown(found, categories.Value, organisations, ct));
    }
}
