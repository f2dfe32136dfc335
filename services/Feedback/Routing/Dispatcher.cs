using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Organisations;

namespace Ecosystem.Feedback.Routing;

/// <summary>Who is in charge, and by which rule; null where no rule led anywhere and the commune's own unit, or the coordinating one, takes it.</summary>
/// <param name="Skipped">Rules that fitted, and whose unit there is not.</param>
public sealed record Route(string Unit, Fitting? By, ImmutableArray<string> Skipped)
{
    public string? Rule => By?.Rule.Id;
}

/// <summary>Finds the unit in charge of a new report: the rules in force, then what organisations there are.</summary>
public sealed class Dispatcher(
    InForce<RoutingPlan, RoutingEvent, Matchers> rules, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, ReadModel<OrganisationRow> organisations)
{
    private readonly Dictionary<string, IReadOnlyList<OrganisationRow>> communes = [];
    private readonly Dictionary<string, bool> units = [];

    /// <exception cref="Refused">Nobody is known who would be in charge there.</exception>
    public async Task<Route> Of(Matter matter, CancellationToken ct) =>
        await Find(rules.Value, matter, ct) ?? throw new Refused(FeedbackProblems.UnknownCommune);

    /// <summary>As <see cref="Of"/> by any set of rules; null where nobody is known.</summary>
    public async Task<Route?> Find(Matchers asked, Matter matter, CancellationToken ct)
    {
        var (local, kind) = (await InCommune(matter.Commune, ct), categories.Value.Find(matter.Category)?.Definition.Unit);
        List<string> skipped = [];
        foreach (var fitting in asked.Of(matter, categories.Value))
        {
            if (await UnitOf(fitting.Rule.To, kind, local, ct) is { } unit) return new(unit, fitting, [.. skipped]);
            skipped.Add(fitting.Rule.Id);
        }

        var last = Local(local, kind) ?? local.Select(organisation => CoordinatingUnit.Of(organisation.Province)).FirstOrDefault();
        return last is null ? null : new(last, null, [.. skipped]);
    }

    /// <summary>Whether somebody would get what a rule sends to a fixed unit.</summary>
    public async Task<bool> IsThere(string unit, CancellationToken ct)
    {
        if (units.TryGetValue(unit, out var isThere)) return isThere;
        return units[unit] = await organisations.Find(RememberOrganisation.IdOf(unit), ct) is not null;
    }

    public async Task<IReadOnlyList<OrganisationRow>> InCommune(string commune, CancellationToken ct)
    {
        if (communes.TryGetValue(commune, out var known)) return known;
        var rows = await organisations.Query("where data->>'commune' = $1 limit 20", [commune], ct);
        return communes[commune] = [.. rows.Select(row => row.Data)];
    }

    private async Task<string?> UnitOf(Target to, string? kind, IReadOnlyList<OrganisationRow> local, CancellationToken ct) =>
        to.Unit is { } unit ? await IsThere(unit, ct) ? unit : null : Local(local, to.Kind ?? kind);

    private static string? Local(IReadOnlyList<OrganisationRow> local, string? kind) => local.FirstOrDefault(organisation => organisation.Kind == kind)?.Code;
}
