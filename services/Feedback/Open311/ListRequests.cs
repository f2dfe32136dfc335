using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Open311;

/// <summary>Reports of a period, newest first, for anybody: at most 90 days and 1,000 reports, without confidential ones and without words.</summary>
public static class ListRequests
{
    public const int Most = 1000;

    private static readonly TimeSpan Widest = TimeSpan.FromDays(90);

    public sealed record Search(
        [property: FromQuery(Name = "service_request_id")] string? Ids = null,
        [property: FromQuery(Name = "service_code")] string? Codes = null,
        [property: FromQuery(Name = "start_date")] string? Start = null,
        [property: FromQuery(Name = "end_date")] string? End = null,
        [property: FromQuery(Name = "status")] string? Status = null,
        [property: FromQuery(Name = "updated_after")] string? UpdatedAfter = null,
        [property: FromQuery(Name = "updated_before")] string? UpdatedBefore = null,
        [property: FromQuery(Name = "page")] int? Page = null,
        [property: FromQuery(Name = "page_size")] int? PageSize = null,
        [property: FromQuery(Name = "jurisdiction_id")] string? Jurisdiction = null)
    {
        public int Size => Math.Clamp(PageSize ?? Most, 1, Most);

        public long Skipped => (Math.Max(Page ?? 1, 1) - 1L) * Size;

        /// <exception cref="Refused">A time cannot be read, or they are too far apart.</exception>
        public (DateTimeOffset From, DateTimeOffset To) Period(DateTimeOffset now) => (Time(Start), Time(End)) switch
        {
            ({ } from, { } to) when from <= to && to - from <= Widest => (from, to),
            ({ } from, null) => (from, from + Widest),
            (null, { } to) => (to - Widest, to),
            (null, null) => (now - Widest, now),
            _ => throw new Refused(Open311Problems.WrongPeriod),
        };

        public string[] Statuses() => Split(Status) is { Length: > 0 } asked
            ? [.. Enum.GetValues<ReportStatus>().Where(status => asked.Contains(ServiceRequest.Open.Contains(status) ? "open" : "closed")).Select(status => $"{status}")]
            : [];
    }

    public static async Task<IResult> Handle(
        Format format, [AsParameters] Search search, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, TimeProvider clock, CancellationToken ct)
    {
        var where = await Jurisdiction.Of(search.Jurisdiction, organisations, ct);
        var found = search.Ids is { Length: > 0 } ? await Named(Split(search.Ids), categories.Value, reports, ct) : await Within(search, where, categories.Value, reports, clock.GetUtcNow(), ct);
        return GeoReport.Answer(format, "service_requests", await Shown(found, categories.Value, organisations, ct));
    }

    internal static async Task<IEnumerable<ServiceRequest>> Shown(IReadOnlyList<Row<ReportRow>> found, Catalogue categories, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        var codes = found.SelectMany(row => new[] { row.Data.Unit, $"{row.Data.Province}.{row.Data.Commune}.UBND" }).Distinct().ToArray();
        var names = (await organisations.Query("where data->>'code' = any($1)", [codes], ct)).DistinctBy(row => row.Data.Code).ToDictionary(row => row.Data.Code, row => row.Data.Name);
        return found.Select(row => ServiceRequest.Of(row, names, categories));
    }

    /// <summary>What nobody outside may see is as if it were not there.</summary>
    internal static Task<IReadOnlyList<Row<ReportRow>>> Named(string[] ids, Catalogue categories, ReadModel<ReportRow> reports, CancellationToken ct) =>
        reports.Query($"where id = any($1) and {Public} and data->>'category' <> all($2) order by created_position desc limit {Most}", [ids.Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).ToArray(), Sensitive(categories)], ct);

    private const string Public = "data->>'isConfidential' = 'false' and data->>'parent' is null";

    private static string[] Sensitive(Catalogue categories) => [.. categories.All.Where(category => category.Definition.Sensitive).Select(category => category.Code)];

    private static Task<IReadOnlyList<Row<ReportRow>>> Within(Search search, Jurisdiction where, Catalogue categories, ReadModel<ReportRow> reports, DateTimeOffset now, CancellationToken ct)
    {
        var (from, to) = search.Period(now);
        return reports.Query(
            $"""
            where data->>'submittedAt' >= $1 and data->>'submittedAt' <= $2 and {Public}
              and (cardinality($3::text[]) = 0 or data->>'category' = any($3)) and (cardinality($4::text[]) = 0 or data->>'status' = any($4))
              and ($5 = '' or left(data->>'unit', 2) = $5) and ($6 = '' or data->>'commune' = $6)
              and ($7 = '' or data->>'since' >= $7) and ($8 = '' or data->>'since' <= $8) and data->>'category' <> all($11)
            order by data->>'submittedAt' desc, id limit $9 offset $10
            """,
            [
                Stored(from), Stored(to), Split(search.Codes), search.Statuses(), where.Province ?? "", where.Commune ?? "",
                Time(search.UpdatedAfter) is { } after ? Stored(after) : "", Time(search.UpdatedBefore) is { } before ? Stored(before) : "", search.Size, search.Skipped, Sensitive(categories),
            ],
            ct);
    }

    private static string[] Split(string? list) => (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As views have times, so that texts compare as times do.</summary>
    private static string Stored(DateTimeOffset time) => System.Text.Json.JsonSerializer.Serialize(time.ToUniversalTime()).Trim('"').Replace("\\u002B", "+", StringComparison.Ordinal);

    private static DateTimeOffset? Time(string? written) => string.IsNullOrEmpty(written) ? null
        : written.Contains('T') && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is >= 1900 and <= 9000 ? time
        : throw new Refused(Open311Problems.WrongPeriod);
}
