using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.Features;

namespace Ecosystem.Feedback.OpenData;

/// <summary>A day's reports as a file for everybody, at an address that stays; as long as nothing has changed, whoever has it need not fetch it again.</summary>
public static class ExportReports
{
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    private const int Batch = 500;

    private const string Day = $"{PublicReport.IsPublic} and submitted_day = $2";

    public static async Task Handle(
        HttpContext http, [Description("A local day and a format, e.g. 2026-11-21.csv, .ndjson or .geojson.")] string file,
        ReadModel<ReportFact> reports, Facts facts, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, TimeProvider clock, CancellationToken ct)
    {
        if (OpenFormat.Read(file) is not var (day, format) || day > LocalDay.Of(clock.GetUtcNow())) throw new Refused(Problem.NotFound);
        object[] asked = [PublicReport.Categories(categories.Value), LocalDay.NumberOf(day)];
        var tag = await Tag(asked, facts, ct);
        var (request, response) = (http.Request, http.Response);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "public, max-age=300";
        response.Headers.Link = $"<{Licence}>; rel=\"license\"";
        if (request.HasAlready(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = format.MediaType;
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        await Write(response, asked, format, reports, ct);
    }

    /// <summary>Changes with every change of one of the day's reports.</summary>
    private static async Task<string> Tag(object[] asked, Facts facts, CancellationToken ct) =>
        (await facts.Read($"select count(*), coalesce(max(position), 0) from projection_report_fact where {Day}", asked, row => $"\"{row.GetInt64(0)}-{row.GetInt64(1)}\"", ct))[0];

    private static async Task Write(HttpResponse response, object[] asked, OpenFormat format, ReadModel<ReportFact> reports, CancellationToken ct)
    {
        await response.WriteAsync(format.Begin, ct);
        var (position, isFirst) = (0L, true);
        for (IReadOnlyList<Row<ReportFact>> rows = [.. await Next(reports, asked, position, ct)]; rows.Count > 0; rows = await Next(reports, asked, position, ct))
        {
            foreach (var row in rows)
            {
                await response.WriteAsync(format.Line(row, isFirst), ct);
                (position, isFirst) = (row.CreatedPosition, false);
            }
        }

        await response.WriteAsync(format.End, ct);
    }

    private static Task<IReadOnlyList<Row<ReportFact>>> Next(ReadModel<ReportFact> reports, object[] asked, long position, CancellationToken ct) =>
        reports.Query($"where {Day} and created_position > $3 order by created_position limit {Batch}", [.. asked, position], ct);
}
