using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The unit's desk for officials, the own reports for citizens. No texts: whoever needs them opens the report, which is noted.</summary>
public static class ListReports
{
    private const string Reporter = "data->>'reporter'";
    private static readonly string Own = CategoryLimit.Sql("$2");

    public sealed record Item(
        Guid Id, long Version, string Code, ReportStatus Status, string Category, string Commune, string Unit,
        int? Rating, DateTimeOffset SubmittedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? AnsweredAt)
    {
        [Description("The clock that ends first; null once it is answered.")]
        public ShownClock? NextDeadline { get; init; }
    }

    public static async Task<Ok<Page<Item>>> Handle(
        Caller by, [AllowedValues(null, "submitted", "assigned", "accepted", "inProgress", "waiting", "answered", "rated", "closed", "rejected", "duplicate", "forwarded")] string? status, [AsParameters] PageRequest page,
        ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, TimeProvider clock, CancellationToken ct)
    {
        var (key, whose) = by switch
        {
            Citizen => (Reporter, [by.Id]),
            Official official => (ReportRow.Desk, await Desks(official, organisations, ct)),
            _ => throw new Refused(CallerProblems.WrongKind),
        };
        var rows = status is null
            ? await reports.ListOfAny(key, whose, Own, [CategoryLimit.Of(by)], page, ct)
            : await reports.ListOfAny(key, whose, $"{Own} and data->>'status' = $3", [CategoryLimit.Of(by), $"{Enum.Parse<ReportStatus>(status, ignoreCase: true)}"], page, ct);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(row => Shown(row, now))], rows.Next));
    }

    /// <summary>The official's own unit and those below it; for the coordinating unit also its province, under whose code is what no unit has.</summary>
    internal static async Task<string[]> Desks(Official official, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        var province = official.Organisation.Split('.')[0];
        var rows = await organisations.Query("where data->>'province' = $1 and data->>'kind' = any($2)", [province, KindsBelow(official)], ct);
        var units = rows.Select(row => row.Data.Code).Where(official.ActsFor);
        return CoordinatingUnit.Is(official) ? [.. units, province] : [.. units];
    }

    /// <summary>Below a committee of the Front are all kinds but People's Committees, below others their own kind.</summary>
    private static string[] KindsBelow(Official official) => official.Organisation.Split('.')[^1] switch
    {
        "MTTQ" => ["MTTQ", "CD", "ND", "PN", "TN", "CCB"],
        var kind => [kind],
    };

    internal static Item Shown(Row<ReportRow> row, DateTimeOffset now)
    {
        var report = row.Data;
        return new(
            row.Id, row.Version, report.Code, report.Status, report.Category, report.Commune, report.Unit,
            report.Rating, report.SubmittedAt, report.AcceptedAt, report.AnsweredAt)
        {
            NextDeadline = ShownClock.NextOf(report.Clocks, now),
        };
    }
}
