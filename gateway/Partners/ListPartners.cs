using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>The registry, newest first; the deleted ones only for whoever asks for them.</summary>
public static class ListPartners
{
    private const string InState = "case when $1 = '' then data->>'status' <> 'Deleted' else data->>'status' = $1 end";

    public sealed record Item(Guid Id, long Version, string ClientId, PartnerStatus Status, string Name, IReadOnlyList<string> Scopes, string Plan, DateTimeOffset RegisteredAt);

    public static async Task<Ok<Page<Item>>> Handle(
        [AllowedValues(null, "registered", "disabled", "deleted")] string? status, [AsParameters] PageRequest page, ReadModel<Partner> partners, CancellationToken ct)
    {
        var wanted = status is null ? "" : Enum.Parse<PartnerStatus>(status, ignoreCase: true).ToString();
        var rows = await partners.List(InState, [wanted], page, ct);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(Of)], rows.Next));
    }

    private static Item Of(Row<Partner> row) =>
        new(row.Id, row.Version, row.Data.Path, row.Data.Status, row.Data.Name, row.Data.Scopes, row.Data.Plan, row.Data.RegisteredAt);
}
