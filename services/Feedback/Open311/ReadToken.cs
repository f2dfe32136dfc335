using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Open311;

/// <summary>The id for a token. Requests get their id at once, so the only token that we give out is the public tracking code.</summary>
public static class ReadToken
{
    public static async Task<IResult> Handle(
        Format format, string token, [FromQuery(Name = "jurisdiction_id")] string? jurisdiction, ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        await Jurisdiction.Of(jurisdiction, organisations, ct);
        var row = TrackingCode.Read(token) is { } code ? await reports.First("data->>'code' = $1", [code], ct) : null;
        return row is null ? throw new Refused(Problem.NotFound) : GeoReport.Answer(format, "service_requests", new[] { new Exchanged($"{row.Id}", token) });
    }
}
