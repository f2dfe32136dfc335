using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;

namespace Ecosystem.Feedback.Open311;

/// <summary>What jurisdiction_id stands for here: a province by its two digits, a commune by its five, or all.</summary>
internal sealed record Jurisdiction(string? Province, string? Commune)
{
    /// <exception cref="Refused">There is no such place.</exception>
    public static async Task<Jurisdiction> Of(string? id, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(id)) return new(null, null);
        var column = id.Length == 5 ? "data->>'commune' = $1" : "data->>'province' = $1";
        var row = (await organisations.First(column, [id], ct))?.Data ?? throw new Refused(Open311Problems.UnknownJurisdiction);
        return new(row.Province, id.Length == 5 ? row.Commune : null);
    }
}
