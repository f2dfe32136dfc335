using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Desk;

/// <summary>The citizen's page: how far a report is, by its code, without signing in and without a word about a person.</summary>
internal static class ShowTracking
{
    /// <summary>The form; a code typed into it leads to the page of its own that can be kept.</summary>
    public static IResult Form(string? code, HttpContext http, IAntiforgery antiforgery) => code is null
        ? DeskPage.Of<TrackPage>(http, antiforgery)
        : TrackingCode.Read(code) is { } known ? Results.Redirect($"/theo-doi/{Uri.EscapeDataString(known)}") : Wrong(code, StatusCodes.Status400BadRequest, http, antiforgery);

    public static async Task<IResult> Handle(string code, HttpContext http, IAntiforgery antiforgery, ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CancellationToken ct)
    {
        try
        {
            var shown = (await TrackReport.Handle(code, reports, categories, ct)).Value!;
            var report = (await reports.First("data->>'code' = $1", [shown.Code], ct))!.Data;
            var unit = (await organisations.First("data->>'code' = $1", [report.Unit], ct))?.Data.Name ?? report.Unit;
            return DeskPage.Of<TrackPage>(http, antiforgery, ("Report", report), ("Unit", unit), ("Code", shown.Code));
        }
        catch (Refused refused)
        {
            return Wrong(code, refused.Problem.Status, http, antiforgery);
        }
    }

    private static RazorComponentResult Wrong(string code, int status, HttpContext http, IAntiforgery antiforgery)
    {
        var page = DeskPage.Of<TrackPage>(http, antiforgery, ("Code", code.Length <= 40 ? code : ""), ("IsUnknown", status == StatusCodes.Status404NotFound), ("IsWrong", status == StatusCodes.Status400BadRequest));
        page.StatusCode = status;
        return page;
    }
}
