using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>What waits for somebody to look at it, oldest first, or what is hidden.</summary>
public static class ListModeration
{
    private static readonly string OfProvince = $"data->'public'->>'state' = $1 and left(data->>'unit', 2) = $2 and {CategoryLimit.Sql("$3")}";

    public sealed record Item(
        Guid Id, long Version, string Code, string Category, string Commune, string Unit,
        [property: Description("open, held, hidden or shown.")] PublicState State,
        [property: Description("Why it is held: sameText, blockedWord or flagged.")] IReadOnlyList<HoldReason> Reasons,
        [property: Description("Why it is hidden; null where it is not.")] string? Reason,
        DateTimeOffset SubmittedAt);

    public static async Task<Ok<Page<Item>>> Handle(
        Official by, [AllowedValues(null, "held", "hidden"), Description("held, which is usual, or hidden.")] string? state, [AsParameters] PageRequest page, ReadModel<ReportRow> reports, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var wanted = state == "hidden" ? PublicState.Hidden : PublicState.Held;
        var rows = await reports.List(OfProvince, [$"{wanted}", by.Organisation[..2], CategoryLimit.Of(by)], page, ct, oldestFirst: true);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(Shown)], rows.Next));
    }

    private static Item Shown(Row<ReportRow> row)
    {
        var report = row.Data;
        return new(row.Id, row.Version, report.Code, report.Category, report.Commune, report.Unit, report.Public.State, report.Public.Reasons, report.Public.Reason, report.SubmittedAt);
    }
}
