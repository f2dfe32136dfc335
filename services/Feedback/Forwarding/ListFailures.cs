using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>What the coordinating unit must look after: reports of the province that an agency's server did not take yet.</summary>
public static class ListFailures
{
    public sealed record Item(
        [property: Description("The report's id.")] Guid Report,
        [property: Description("Code of the agency.")] string Target,
        string Unit,
        [property: Description("Tries that failed.")] int Attempts,
        [property: Description("Why the last try failed.")] string? Reason,
        [property: Description("When the unit asked for it.")] DateTimeOffset AskedAt,
        [property: Description("When it is tried again.")] DateTimeOffset? NextAt);

    // v is the row of the forwarding: the category is its report's.
    private static readonly string OfProvince =
        $"""
        data->>'state' = 'Failed' and left(data->>'unit', 2) = $1 and ($2 = '' or data->>'target' = $2)
          and exists (select from view_report where view = 'report' and id = (v.data->>'report')::uuid and {CategoryLimit.Sql("$3")})
        """;

    /// <param name="target">Only of this agency.</param>
    public static async Task<Ok<Page<Item>>> Handle(Official by, string? target, [AsParameters] PageRequest page, ReadModel<Forwarding> forwardings, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var rows = await forwardings.List(OfProvince, [by.Organisation[..2], target ?? "", CategoryLimit.Of(by)], page, ct, oldestFirst: true);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(row => Shown(row.Data))], rows.Next));
    }

    private static Item Shown(Forwarding row) => new(row.Report, row.Target, row.Unit, row.Attempts, row.Reason, row.AskedAt, row.Due);
}
