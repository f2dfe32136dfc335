using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

/// <summary>Looks up organisations that a directive comes from or goes to.</summary>
public sealed class Addressees(ReadModel<Named<RegisteredOrganisation>> organisations)
{
    public async Task<Addressee?> Find(string code, CancellationToken ct) => await Find([code], ct) is [var found] ? found : null;

    /// <summary>Those of the codes that exist, by code.</summary>
    public Task<IReadOnlyList<Addressee>> Find(IReadOnlyList<string> codes, CancellationToken ct) =>
        Where("id = any($1)", [codes.Select(Organisation.IdOf).ToArray()], ct);

    /// <summary>All of the same kind directly below, e.g. the Front committees of all communes of a province.</summary>
    public Task<IReadOnlyList<Addressee>> DirectlyBelow(string code, CancellationToken ct) =>
        Where("data->'shown'->>'parent' = $1 and data->'shown'->>'kind' = $2", [code, code[(code.LastIndexOf('.') + 1)..]], ct);

    private async Task<IReadOnlyList<Addressee>> Where(string where, object[] values, CancellationToken ct) =>
        [.. (await organisations.Query($"""where {where} order by (data->>'code') collate "C" limit {IssueDirective.MostRecipients + 1}""", values, ct))
            .Select(row => new Addressee(row.Data.Code, row.Data.Shown.Name))];
}
