using Ecosystem.EventSourcing;
using Ecosystem.Feedback.AnswerTemplates;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Desk;

/// <summary>One report with its photos, its thread, its history and the forms of the steps that come next: those that the API names, and only those.</summary>
internal static class ShowReport
{
    public static async Task<RazorComponentResult> Handle(
        Guid id, string? template, Official by, HttpContext http, IAntiforgery antiforgery, EventStream<Report, ReportEvent> reports,
        ReadModel<ReportRow> rows, ReadModel<OrganisationRow> organisations, ReadModel<DataSubject> subjects, Proof proof, ReadModel<ReportFiles> files, AttachmentLinks links,
        InForce<TemplatePlan, TemplateEvent, Templates> templates, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, TimeProvider clock, PersonalData personal, StreamLog log, ILogger<PersonalData> audit, CancellationToken ct)
    {
        var report = (await ReadReport.Handle(id, by, null, reports, subjects, proof, personal, clock, audit, ct)).Value!;
        var attached = (await ListAttachments.Handle(id, by, rows, files, subjects, links, ct)).Value!.Items;
        var history = (await ReadHistory.Handle(id, by, rows, log, ct)).Value!.Items;
        var units = await organisations.Query("where data->>'province' = $1 and data->>'kind' = 'UBND' order by data->>'name' limit 1000", [by.Organisation[..2]], ct);
        var likely = report.NextSteps.Contains("merge") ? await Likely(report, by, rows, organisations, ct) : [];
        var offer = new TemplateOffer(
            [.. templates.Value.For(report.Category, state: null, categories.Value)], template,
            Values(report, units.FirstOrDefault(unit => unit.Data.Code == report.Unit)?.Data.Name, categories.Value, clock.GetUtcNow()));
        return DeskPage.Of<ReportPage>(http, antiforgery, ("Report", report), ("Files", attached), ("History", history), ("Units", units.Select(unit => unit.Data).ToList()), ("Likely", likely), ("Templates", offer));
    }

    /// <summary>What the places of a template stand for.</summary>
    private static Dictionary<string, string> Values(ReadReport.Shown report, string? unit, Catalogue categories, DateTimeOffset now) => new()
    {
        ["code"] = report.Code, ["category"] = categories.NameOf(report.Category), ["unit"] = unit ?? report.Unit, ["submittedAt"] = Words.Time(report.SubmittedAt), ["today"] = Words.Time(now)[^10..],
    };

    /// <summary>Open reports of the same category in the same commune: into one of these a duplicate is merged.</summary>
    private static async Task<IReadOnlyList<Row<ReportRow>>> Likely(ReadReport.Shown report, Official by, ReadModel<ReportRow> rows, ReadModel<OrganisationRow> organisations, CancellationToken ct) =>
        await rows.Query(
            $"where {ReportRow.Desk} = any($1) and data->>'status' = any($2) and data->>'category' = $3 and data->>'commune' = $4 and id <> $5 order by created_position limit 20",
            [await ListReports.Desks(by, organisations, ct), Inbox.Steps().Select(status => $"{status}").ToArray(), report.Category, report.Commune, report.Id], ct);
}
